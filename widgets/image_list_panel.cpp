#include "widgets/image_list_panel.h"

#include <QLabel>
#include <QScopedValueRollback>
#include <QVBoxLayout>

#include "widgets/icons.h"

namespace gbs {

ImageListPanel::ImageListPanel(ImageListModel* model, QWidget* parent)
    : QWidget(parent), model_(model), filter_(new QLineEdit), list_(new QListView), count_(new QLabel) {
    filtered_.setSourceModel(model_);
    filtered_.setFilterCaseSensitivity(Qt::CaseInsensitive);
    filter_->setPlaceholderText(tr("Filter by name"));
    filter_->setAccessibleName(tr("Filter images by name"));
    filter_->setClearButtonEnabled(true);
    filter_->addAction(line_icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    connect(filter_, &QLineEdit::textChanged, this, [this](const QString& text) {
        // Filtering must not open another photo.
        const QScopedValueRollback guard(setting_current_, true);
        filtered_.setFilterFixedString(text);
        set_current(current_);
    });

    list_->setModel(&filtered_);
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

    count_->setForegroundRole(QPalette::PlaceholderText);
    connect(&filtered_, &QAbstractItemModel::modelReset, this, &ImageListPanel::refresh_count);
    connect(&filtered_, &QAbstractItemModel::rowsInserted, this, &ImageListPanel::refresh_count);
    connect(&filtered_, &QAbstractItemModel::rowsRemoved, this, &ImageListPanel::refresh_count);

    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(filter_);
    layout->addWidget(list_, 1);
    layout->addWidget(count_);
    refresh_count();
}

void ImageListPanel::refresh_count() {
    const int all = model_->rowCount();
    const int shown = filtered_.rowCount();
    count_->setText(shown == all ? tr("%n image(s)", nullptr, all)
                                 : tr("%1 of %2 images").arg(shown).arg(all));
}

QModelIndex ImageListPanel::index_of(const QString& path) const {
    return filtered_.mapFromSource(model_->index(model_->row_of(path)));
}

void ImageListPanel::set_current(const QString& path) {
    const QScopedValueRollback guard(setting_current_, true);
    current_ = path;
    const QModelIndex index = index_of(path);
    list_->setCurrentIndex(index);
    if (index.isValid()) list_->scrollTo(index);
}

QString ImageListPanel::neighbour(const QString& path, int step) const {
    const QModelIndex current = index_of(path);
    const int count = filtered_.rowCount();
    int row = current.isValid() ? current.row() + step : (step > 0 ? 0 : count - 1);
    for (; row >= 0 && row < count; row += step) {
        const QModelIndex index = filtered_.index(row, 0);
        if (!index.data(ImageListModel::BrokenRole).toBool())
            return index.data(ImageListModel::PathRole).toString();
    }
    return {};
}

}  // namespace gbs
