// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QThreadPool>
#include <atomic>
#include <memory>
#include <optional>

#include "widgets/figures/canvas_content.h"
#include "widgets/figures/tile_figures.h"

namespace gbs::widgets {

/// Each place of the photo in the colour of the phrase with the highest value there, if that is >=
/// `threshold`; elsewhere transparent. The raster has at most 512 pixels a side: cost and memory do not grow
/// with the photo. The first of equal values wins. Returns nothing when `cancelled` becomes true.
std::optional<PhraseColors> color_phrases(const std::vector<ColoredPhrase>& phrases, float threshold,
                                          QSize photo, const std::atomic<bool>& cancelled);

/// Makes phrase colours in another thread; a newer wish replaces one that is being worked on.
class PhraseColorMaker : public QObject {
    Q_OBJECT

 public:
    explicit PhraseColorMaker(QObject* parent = nullptr);
    ~PhraseColorMaker() override;

    /// Nothing is made anew for what was asked for last.
    void request(const std::vector<ColoredPhrase>& phrases, float threshold, QSize photo);

 Q_SIGNALS:
    void made(const gbs::widgets::PhraseColors& colors);

 private:
    bool is_wanted(const std::vector<ColoredPhrase>& phrases, float threshold, QSize photo) const;

    std::vector<ColoredPhrase> phrases_;
    float threshold_ = -1;
    QSize photo_;
    std::shared_ptr<std::atomic<bool>> cancelled_;
    QThreadPool pool_;
};

}  // namespace gbs::widgets
