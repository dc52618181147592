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

/// Colors each position of the photo by the phrase with the highest value if it is >= `threshold`; the rest
/// is transparent. Ties go to the first phrase. The raster has at most 512 pixels per side, so that time and
/// memory do not depend on the photo. Returns nullopt once `cancelled` is true.
std::optional<PhraseColors> color_phrases(const std::vector<ColoredPhrase>& phrases, float threshold,
                                          QSize photo, const std::atomic<bool>& cancelled);

/// Computes phrase colors in another thread. A new request cancels the previous one.
class PhraseColorMaker : public QObject {
    Q_OBJECT

 public:
    explicit PhraseColorMaker(QObject* parent = nullptr);
    ~PhraseColorMaker() override;

    /// Ignores a request equal to the last one.
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
