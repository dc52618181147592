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

/// The alpha studio: each generator with its options, drawn on two photos, and a batch as the shares make it,
/// without any training. Draws only while it is seen.
class AlphaTab : public QWidget {
    Q_OBJECT

 public:
    explicit AlphaTab(QWidget* parent = nullptr);
    ~AlphaTab() override;

    void set_photos(const QString& first, const QString& second);
    QString photo1() const { return photo1_; }
    QString photo2() const { return photo2_; }
    /// The options "alpha.*" by dotted key, as text.
    QVariantMap options() const;
    void set_option(const QString& key, const QString& value);
    QWidget* editor(const QString& key) const { return editors_.value(key); }
    QComboBox* generator() const { return generator_; }
    QSpinBox* seed() const { return seed_; }
    widgets::ImageTiles* tiles() const { return tiles_; }
    widgets::ImageTiles* mix_tiles() const { return mix_; }
    widgets::HistogramPlot* histogram() const { return histogram_; }
    QPushButton* use_button() const { return use_; }
    QString problem() const;

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
    void take_option(const QString& key, const QString& value);
    void show_photo_names();
    void draw();
    void show_pictures(const AlphaPictures& pictures);
    void show_tiles(const AlphaPictures& pictures);

    training::StageOptions stage_;
    OptionSet set_;  ///< bound to `stage_`
    QMap<QString, QWidget*> editors_;
    QString photo1_, photo2_;
    QComboBox* generator_;
    QStackedWidget* pages_;
    QSpinBox* seed_;
    QPushButton *first_, *second_, *use_;
    QLabel* problem_;
    widgets::ImageTiles *tiles_, *mix_;
    widgets::HistogramPlot* histogram_;
    AlphaStudio studio_;
    int newest_ = 0;  ///< id of the latest request
};

}  // namespace gbs::app
