// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace gbs::app {

/// Says whose maps are shown while the phrases of a result are walked, and leads back to the user's photos.
class WalkBar : public QWidget {
    Q_OBJECT

 public:
    explicit WalkBar(QWidget* parent = nullptr);

    /// `model` is the one that was scored, `shown` the one whose maps are shown; both are paths. An empty `model` is
    /// unknown. `may_return`: the user had other photos open.
    void set(const QString& model, const QString& shown, bool may_return);

 Q_SIGNALS:
    void load_requested();  ///< the model of the result
    void back_requested();

 private:
    QLabel* text_;
    QPushButton *load_, *back_;
};

}  // namespace gbs::app
