// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMap>
#include <QVariantMap>
#include <QWidget>

#include "app/train/alpha_studio.h"
#include "core/base/options.h"
#include "training/options/train_options.h"

class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QSpinBox;
class QStackedWidget;

namespace gbs::widgets {
class HistogramPlot;
}  // namespace gbs::widgets

namespace gbs::widgets {
class ImageTiles;
}  // namespace gbs::widgets

namespace gbs::app {

/// The alpha studio: draws each generator with its options on two photos, and a batch with the given shares,
/// without training. Draws only while visible.
class AlphaTab : public QWidget {
    Q_OBJECT

 public:
    explicit AlphaTab(QWidget* parent = nullptr);
    ~AlphaTab() override;

    void set_photos(const QString& first, const QString& second);
    /// The options "alpha.*" by dotted key, as text. Each has an editor with the key as its object name.
    QVariantMap options() const;

 Q_SIGNALS:
    void use_in_new_run(const QVariantMap& options);
    void refreshed();

 protected:
    void showEvent(QShowEvent* event) override;

 private:
    QWidget* make_form();
    QWidget* make_options(const QString& generator);
    QWidget* make_editor(const OptionInfo& info);
    QWidget* make_shares();
    QPushButton* make_photo_button(QString& photo, const QString& tip);
    void choose_photo(QString& photo);
    void apply_option(const QString& key, const QString& value);
    void show_photo_names();
    void draw();
    void show_pictures(const AlphaPictures& pictures);
    void show_tiles(const AlphaPictures& pictures);

    training::StageOptions stage_;
    OptionSet set_;     ///< bound to `stage_`
    QStringList keys_;  ///< of the options with an editor
    QString photo1_, photo2_;
    QComboBox* generator_;
    QStackedWidget* pages_;
    QSpinBox* seed_;
    QPushButton *first_, *second_, *use_;
    QLabel* problem_;
    widgets::ImageTiles *tiles_, *mix_;
    widgets::HistogramPlot* histogram_;
    AlphaStudio studio_;
    int last_request_ = 0;
};

}  // namespace gbs::app
