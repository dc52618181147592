// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/lists/score_grid.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QPixmap>
#include <QVBoxLayout>

#include "widgets/maps/strength_chip.h"
#include "widgets/maps/value_text.h"
#include "widgets/style/bidi.h"
#include "widgets/style/empty_note.h"
#include "widgets/style/icons.h"

namespace gbs::widgets {

namespace {

constexpr int path_role = Qt::UserRole + 1, peak_role = Qt::UserRole + 2, strength_role = Qt::UserRole + 3;
constexpr QSize picture_size(150, 150), cell_size(166, 204);

}  // namespace

ScoreGrid::ScoreGrid(QWidget* parent)
    : QWidget(parent),
      title_(new QLabel),
      order_(new QComboBox),
      progress_(new QProgressBar),
      start_(new QPushButton(tr("&Score the Photos"))),
      pause_(new QPushButton),
      stop_(new QPushButton(tr("Sto&p"))),
      list_(new QListView) {
    title_->setTextFormat(Qt::PlainText);
    title_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    order_->addItem(tr("Strongest first"), strength_role);
    order_->addItem(tr("Highest value first"), peak_role);
    order_->setAccessibleName(tr("Order"));
    order_->setToolTip(tr("The strength says how likely the photo shows the phrase"));
    connect(order_, &QComboBox::currentIndexChanged, this, &ScoreGrid::sort);
    progress_->setTextVisible(false);
    progress_->setFixedHeight(8);
    progress_->setAccessibleName(tr("Photos scored"));
    start_->setIcon(line_icon(QStringLiteral("play")));
    start_->setToolTip(tr("Find the current phrase in all listed photos, the best first"));
    connect(start_, &QPushButton::clicked, this, &ScoreGrid::start_requested);
    pause_->setObjectName(QStringLiteral("pause"));
    connect(pause_, &QPushButton::clicked, this, [this] {
        show_pause(!paused_);
        Q_EMIT pause_requested(paused_);
    });
    connect(stop_, &QPushButton::clicked, this, &ScoreGrid::stop_requested);
    list_->setModel(&model_);
    list_->setViewMode(QListView::IconMode);
    list_->setResizeMode(QListView::Adjust);
    list_->setMovement(QListView::Static);
    list_->setUniformItemSizes(true);
    list_->setIconSize(picture_size);
    list_->setGridSize(cell_size);
    list_->setWordWrap(false);
    list_->setTextElideMode(Qt::ElideMiddle);
    list_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list_->setAccessibleName(tr("Photos by the score of the phrase"));
    const auto choose = [this](const QModelIndex& index) {
        if (index.isValid()) Q_EMIT photo_chosen(index.data(path_role).toString());
    };
    connect(list_, &QListView::clicked, this, choose);
    connect(list_, &QListView::activated, this, choose);
    empty_ = new EmptyNote(list_->viewport());
    empty_->set(tr("All listed photos with the map of the current phrase, the best first."),
                tr("Score the Photos"));
    connect(empty_, &EmptyNote::clicked, this, &ScoreGrid::start_requested);
    auto* const bar = new QHBoxLayout;
    bar->addWidget(title_, 1);
    bar->addWidget(order_);
    bar->addWidget(progress_);
    bar->addWidget(start_);
    bar->addWidget(pause_);
    bar->addWidget(stop_);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 6);
    layout->addLayout(bar);
    layout->addWidget(list_, 1);
    end({});
}

void ScoreGrid::begin(const QString& phrase, int photos) {
    model_.clear();
    empty_->set({});
    title_->setText(tr("“%1”").arg(isolated(phrase)));
    order_->setEnabled(false);
    progress_->setRange(0, photos);
    progress_->setValue(0);
    progress_->show();
    stop_->setEnabled(true);
    pause_->setEnabled(true);
    show_pause(false);
}

void ScoreGrid::show_pause(bool paused) {
    paused_ = paused;
    pause_->setText(paused ? tr("Res&ume") : tr("Pa&use"));
    pause_->setToolTip(paused ? tr("Continue with the remaining photos")
                              : tr("Wait; the photo that was begun is finished first"));
}

int ScoreGrid::sort_role() const {
    return order_->currentData().toInt();
}

void ScoreGrid::sort() {
    model_.setSortRole(sort_role());
    model_.sort(0, Qt::DescendingOrder);
}

void ScoreGrid::add(const GridPhoto& photo) {
    progress_->setValue(progress_->value() + 1);
    if (!photo.problem.isEmpty()) return;
    const QString name = isolated_name(QFileInfo(photo.path).fileName());
    QString text = QStringLiteral("%1\n%2").arg(value_text(photo.peak), name), tip = photo.path;
    if (photo.strength) {
        text = QStringLiteral("%1 · %2").arg(strength_name(strength_level(*photo.strength)), text);
        tip += QLatin1Char('\n') + strength_tip(*photo.strength);
    }
    auto* const item = new QStandardItem(QIcon(QPixmap::fromImage(photo.picture)), text);
    item->setData(photo.path, path_role);
    item->setData(photo.peak, peak_role);
    // Without a strength, the values decide in both orders.
    item->setData(photo.strength.value_or(photo.peak), strength_role);
    item->setToolTip(tip);
    item->setEditable(false);
    const float score = item->data(sort_role()).toFloat();
    int low = 0, high = model_.rowCount();
    while (low < high) {
        const int middle = (low + high) / 2;
        if (model_.item(middle)->data(sort_role()).toFloat() >= score)
            low = middle + 1;
        else
            high = middle;
    }
    model_.insertRow(low, item);
    order_->setEnabled(order_->isEnabled() || photo.strength);
}

void ScoreGrid::end(const QString& text) {
    progress_->hide();
    stop_->setEnabled(false);
    pause_->setEnabled(false);
    show_pause(false);
    if (!text.isEmpty()) title_->setText(text);
}

}  // namespace gbs::widgets
