// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/lists/image_list_panel.h"

#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QVBoxLayout>
#include <algorithm>

#include "widgets/lists/image_delegate.h"
#include "widgets/style/empty_note.h"
#include "widgets/style/icons.h"

namespace gbs::widgets {

ImageListPanel::ImageListPanel(ImageListModel* model, QWidget* parent)
    : QWidget(parent),
      model_(model),
      filtered_(model),
      filter_(new QLineEdit),
      verdict_filter_(new QComboBox),
      why_(new QPushButton),
      list_(new QListView),
      count_(new QLabel) {
    build_filters();
    build_list();
    count_->setForegroundRole(QPalette::PlaceholderText);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(filter_);
    layout->addWidget(verdict_filter_);
    layout->addWidget(why_);
    layout->addWidget(list_, 1);
    layout->addWidget(count_);
    empty_ = new EmptyNote(list_->viewport());
    connect(empty_, &EmptyNote::clicked, this, [this] {
        if (model_->rowCount() == 0) return Q_EMIT folder_requested();
        filter_->clear();
        verdict_filter_->setCurrentIndex(0);
    });
    refresh_count();
}

void ImageListPanel::build_filters() {
    filter_->setPlaceholderText(tr("Filter by name"));
    filter_->setAccessibleName(tr("Filter images by name"));
    filter_->setToolTip(tr("Show only photos with this text in their name"));
    filter_->setClearButtonEnabled(true);
    filter_->addAction(line_icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    connect(filter_, &QLineEdit::textChanged, this, [this](const QString& text) {
        filtered_.set_name_filter(text);
        refresh_empty();
    });

    const auto add = [this](const QString& text, VerdictFilter filter, const QString& tip) {
        verdict_filter_->addItem(text, static_cast<int>(filter));
        verdict_filter_->setItemData(verdict_filter_->count() - 1, tip, Qt::ToolTipRole);
    };
    add(tr("All photos"), VerdictFilter::all, tr("Regardless of verdicts"));
    add(tr("Not judged"), VerdictFilter::unjudged, tr("No phrase has been judged"));
    add(tr("Partly judged"), VerdictFilter::partly,
        tr("Fewer phrases have been judged than are in the list"));
    add(tr("Judged correct"), VerdictFilter::right, tr("At least one phrase was judged correct"));
    add(tr("Judged incorrect"), VerdictFilter::wrong, tr("At least one phrase was judged incorrect"));
    add(tr("Unsure"), VerdictFilter::unsure, tr("At least one phrase was judged unsure"));
    add(tr("Absent"), VerdictFilter::absent, tr("At least one phrase was judged absent"));
    add(tr("Mixed verdicts"), VerdictFilter::mixed, tr("Phrases have different verdicts"));
    add(tr("Disagreement"), VerdictFilter::disputed, tr("People's verdicts on a phrase differ"));
    why_->setObjectName(QStringLiteral("why"));
    why_->setIcon(line_icon(QStringLiteral("close")));
    why_->setToolTip(tr("List all photos again"));
    why_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    why_->hide();
    connect(why_, &QPushButton::clicked, this, [this] {
        const QString text = why();
        list_all();
        Q_EMIT all_requested(text);
    });
    verdict_filter_->setAccessibleName(tr("Filter images by verdict"));
    verdict_filter_->setToolTip(tr("Show only photos with this verdict"));
    verdict_filter_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(verdict_filter_, &QComboBox::currentIndexChanged, &filtered_, [this] {
        filtered_.set_verdict_filter(static_cast<VerdictFilter>(verdict_filter_->currentData().toInt()));
    });
}

void ImageListPanel::build_list() {
    // Removing the current image must not open its neighbor: this connection precedes that of the view.
    connect(&filtered_, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this] { setting_current_ = true; });
    list_->setModel(&filtered_);
    connect(&filtered_, &QAbstractItemModel::rowsRemoved, this, [this] { restore_current(); });
    connect(&filtered_, &QAbstractItemModel::modelReset, this, [this] {
        restore_current();
        const QModelIndex index = list_->currentIndex();
        if (index.isValid()) list_->scrollTo(index);
    });
    connect(model_, &ImageListModel::paths_changed, this, &ImageListPanel::restore_current);
    connect(&filtered_, &QAbstractItemModel::rowsInserted, this, &ImageListPanel::refresh_count);

    list_->setItemDelegate(new ImageDelegate(list_));
    list_->setAccessibleName(tr("Images"));
    list_->setUniformItemSizes(true);
    list_->setIconSize(ImageListModel::thumbnail_size);
    list_->setSpacing(2);
    list_->setTextElideMode(Qt::ElideMiddle);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    connect(list_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) {
                if (current.isValid() && !setting_current_)
                    Q_EMIT image_requested(current.data(ImageListModel::PathRole).toString());
            });
}

void ImageListPanel::refresh_count() {
    const int all = model_->rowCount();
    const int shown = filtered_.rowCount();
    const QLocale locale;
    count_->setText(shown == all ? tr("%Ln image(s)", nullptr, all)
                                 : tr("%1 of %2 images").arg(locale.toString(shown), locale.toString(all)));
    refresh_empty();
}

void ImageListPanel::list_only(const QStringList& paths, const QString& why) {
    filter_->clear();
    verdict_filter_->setCurrentIndex(0);
    update_listed(paths, why);
}

void ImageListPanel::list_all() {
    why_->hide();
    filtered_.set_listed({});
}

QString ImageListPanel::why() const {
    return why_->isHidden() ? QString() : why_->text();
}

void ImageListPanel::update_listed(const QStringList& paths, const QString& why) {
    why_->setText(why);
    why_->setAccessibleName(why);
    why_->show();
    filtered_.set_listed(QSet<QString>(paths.begin(), paths.end()));
}

void ImageListPanel::refresh_empty() {
    if (!empty_) return;
    if (model_->rowCount() == 0)
        empty_->set(tr("The open photos are listed here."), tr("Open a Folder…"));
    else if (filtered_.rowCount() > 0)
        empty_->set({});
    else if (!filter_->text().isEmpty())
        empty_->set(tr("No photo name contains “%1”.").arg(filter_->text()), tr("Clear Filter"));
    else
        empty_->set(tr("No photo has this verdict."), tr("Clear Filter"));
}

QModelIndex ImageListPanel::find_index(const QString& path) const {
    return filtered_.mapFromSource(model_->index(model_->find_row(path)));
}

void ImageListPanel::restore_current() {
    setting_current_ = true;
    const QModelIndex index = find_index(current_);
    if (index.isValid()) {
        current_place_ = filtered_.mapToSource(index).row();
        if (list_->currentIndex() != index) list_->setCurrentIndex(index);
    } else {
        if (const int row = model_->find_row(current_); row >= 0) current_place_ = row;
        list_->setCurrentIndex({});
    }
    setting_current_ = false;
    refresh_count();
}

void ImageListPanel::set_current(const QString& path) {
    current_ = path;
    filtered_.set_current(path);
    restore_current();
    const QModelIndex index = list_->currentIndex();
    if (index.isValid()) list_->scrollTo(index);
}

QString ImageListPanel::neighbor(const QString& path, int step) const {
    const int count = filtered_.rowCount();
    int place = model_->find_row(path);
    if (place < 0)
        place = path == current_ && !path.isEmpty() ? current_place_ : (step > 0 ? 0 : model_->rowCount());
    int row = filtered_.lower_bound(place);
    const bool listed = row < count && filtered_.index(row).data(ImageListModel::PathRole).toString() == path;
    // If the image is not listed, `row` is already the next one.
    row += !listed && step > 0 ? step - 1 : step;
    for (; row >= 0 && row<count; row += step> 0 ? 1 : -1) {
        const QModelIndex index = filtered_.index(row);
        if (!index.data(ImageListModel::BrokenRole).toBool())
            return index.data(ImageListModel::PathRole).toString();
    }
    return {};
}

}  // namespace gbs::widgets
