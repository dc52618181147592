// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/frame/start_page.h"

#include <QDir>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "widgets/style/icons.h"

namespace gbs::widgets {

namespace {

constexpr int page_margin = 24, column_gap = 48;
constexpr int widest_link = 380, link_margin = 48;  ///< of a text in pixels, and what is around it

QLabel* make_heading(const QString& text, double factor) {
    auto* const label = new QLabel(text);
    label->setWordWrap(true);
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * factor);
    font.setBold(true);
    label->setFont(font);
    return label;
}

/// A section of the page with a heading, hidden while empty.
template <class Layout>
QWidget* make_part(const QString& title, Layout* content) {
    auto* const part = new QWidget;
    auto* const layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 10, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(make_heading(title, 1.1));
    layout->addLayout(content);
    part->hide();
    return part;
}

QToolButton* make_link(const QString& icon, const QString& text) {
    auto* const button = new QToolButton;
    button->setIcon(line_icon(icon));
    button->setText(text);
    button->setAccessibleName(text);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

void remove_all(QList<QToolButton*>& buttons) {
    qDeleteAll(buttons);
    buttons.clear();
}

/// A native path with ~ for the home folder.
QString short_path(const QString& path) {
    const QString home = QDir::homePath();
    const bool own = path == home || path.startsWith(home + QLatin1Char('/'));
    const QString shown = QDir::toNativeSeparators(own ? QLatin1Char('~') + path.mid(home.size()) : path);
    // The marks keep the slashes in place in right-to-left text.
    constexpr QChar left_to_right(0x200e);
    return left_to_right + shown + left_to_right;
}

/// The image centered in a frame of fixed size, to align the names below.
QPixmap framed(const QImage& image, double ratio) {
    QPixmap frame(StartPage::thumbnail_size * ratio);
    frame.fill(Qt::transparent);
    const QSize size = image.size().scaled(frame.size(), Qt::KeepAspectRatio);
    QPainter painter(&frame);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QRect(QPoint((frame.width() - size.width()) / 2, frame.height() - size.height()), size),
                      image);
    painter.end();
    frame.setDevicePixelRatio(ratio);
    return frame;
}

}  // namespace

StartPage::StartPage(QWidget* parent)
    : QWidget(parent),
      samples_row_(new QGridLayout),
      ideas_column_(new QVBoxLayout),
      recents_column_(new QVBoxLayout) {
    samples_part_ = make_part(tr("Sample photos"), samples_row_);
    ideas_part_ = make_part(tr("Three things to try"), ideas_column_);
    recents_part_ = make_part(tr("Recent folders"), recents_column_);
    samples_row_->setSpacing(6);
    for (QVBoxLayout* const column : {ideas_column_, recents_column_}) column->setSpacing(2);
    auto* const page = new QWidget;
    auto* const grid = new QGridLayout(page);
    grid->setContentsMargins(page_margin, page_margin, page_margin, page_margin);
    grid->setHorizontalSpacing(column_gap);
    grid->addWidget(make_head(), 1, 1, 1, 2);
    grid->addWidget(samples_part_, 2, 1, 1, 2);
    grid->addWidget(ideas_part_, 3, 1, Qt::AlignTop);
    grid->addWidget(recents_part_, 3, 2, Qt::AlignTop);
    for (const int edge : {0, 3}) grid->setColumnStretch(edge, 1);
    for (const int edge : {0, 5}) grid->setRowStretch(edge, 1);
    auto* const scroll = new QScrollArea;
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    scroll_ = scroll;
    grid_ = grid;
}

/// As many samples next to each other as there is room for, and the columns below each other in a narrow window.
void StartPage::arrange() {
    const int room = width() - 2 * page_margin - scroll_->verticalScrollBar()->sizeHint().width();
    for (const QList<QToolButton*>& links : {ideas_, recents_})
        for (QToolButton* const link : links)
            link->setText(fontMetrics().elidedText(link->accessibleName(), Qt::ElideMiddle,
                                                   std::min(widest_link, room - link_margin)));
    const int each = samples_.isEmpty() ? 1 : samples_[0]->sizeHint().width() + samples_row_->spacing();
    const int columns = std::max(1, std::min(static_cast<int>(samples_.size()), room / each));
    for (QToolButton* const button : std::as_const(samples_)) samples_row_->removeWidget(button);
    for (int i = 0; i < samples_.size(); ++i) samples_row_->addWidget(samples_[i], i / columns, i % columns);
    const bool narrow =
        ideas_part_->sizeHint().width() + recents_part_->sizeHint().width() + column_gap > room;
    grid_->setHorizontalSpacing(narrow ? 0 : column_gap);
    grid_->removeWidget(recents_part_);
    grid_->addWidget(recents_part_, narrow ? 4 : 3, narrow ? 1 : 2, Qt::AlignTop);
}

void StartPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

QWidget* StartPage::make_head() {
    auto* const open_photo = new QPushButton(line_icon(QStringLiteral("image")), tr("Open Photo…"));
    auto* const open_folder = new QPushButton(line_icon(QStringLiteral("folder")), tr("Open Folder…"));
    open_photo->setToolTip(tr("Open one or more photos"));
    open_folder->setToolTip(tr("Open all photos in a folder"));
    connect(open_photo, &QPushButton::clicked, this, &StartPage::open_photo_requested);
    connect(open_folder, &QPushButton::clicked, this, &StartPage::open_folder_requested);
    auto* const hint = new QLabel(
        tr("Open a photo or folder, or drop one here. Then type what to look for and press Enter."));
    hint->setForegroundRole(QPalette::PlaceholderText);
    hint->setWordWrap(true);
    auto* const head = new QWidget;
    auto* const layout = new QVBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(make_heading(tr("See where a phrase is in a photo"), 1.7));
    layout->addWidget(hint);
    auto* const row = new QHBoxLayout;
    row->addWidget(open_photo);
    row->addWidget(open_folder);
    row->addStretch();
    layout->addLayout(row);
    return head;
}

void StartPage::set_samples(const QStringList& photos) {
    remove_all(samples_);
    button_of_.clear();
    for (const QString& photo : photos) {
        auto* const button = new QToolButton;
        button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
        button->setAutoRaise(true);
        button->setIconSize(thumbnail_size);
        button->setText(QFileInfo(photo).completeBaseName());
        button->setToolTip(tr("Open %1").arg(QFileInfo(photo).fileName()));
        button->setFocusPolicy(Qt::StrongFocus);
        connect(button, &QToolButton::clicked, this, [this, photo] { Q_EMIT path_requested(photo); });
        button->setObjectName(QStringLiteral("sample"));
        samples_ << button;
        button_of_.insert(photo, button);
    }
    samples_part_->setVisible(!samples_.isEmpty());
    arrange();
}

void StartPage::set_thumbnail(const QString& photo, const QImage& thumbnail) {
    if (QToolButton* const button = button_of_.value(photo); button && !thumbnail.isNull())
        button->setIcon(QIcon(framed(thumbnail, devicePixelRatioF())));
}

void StartPage::set_ideas(const std::vector<StartIdea>& ideas) {
    remove_all(ideas_);
    for (const StartIdea& idea : ideas) {
        QToolButton* const button =
            make_link(QStringLiteral("search"),
                      tr("Find “%1” in %2").arg(idea.phrase, QFileInfo(idea.photo).fileName()));
        button->setToolTip(tr("Open the photo and search for the phrase"));
        connect(button, &QToolButton::clicked, this, [this, idea] { Q_EMIT idea_requested(idea); });
        ideas_column_->addWidget(button);
        button->setObjectName(QStringLiteral("idea"));
        ideas_ << button;
    }
    ideas_part_->setVisible(!ideas_.isEmpty());
    arrange();
}

void StartPage::set_recent_folders(const QStringList& folders) {
    remove_all(recents_);
    for (const QString& folder : folders) {
        const QString text = short_path(folder);
        QToolButton* const button = make_link(QStringLiteral("folder"), text);
        button->setToolTip(QDir::toNativeSeparators(folder));
        connect(button, &QToolButton::clicked, this, [this, folder] { Q_EMIT path_requested(folder); });
        recents_column_->addWidget(button);
        button->setObjectName(QStringLiteral("recent"));
        recents_ << button;
    }
    recents_part_->setVisible(!recents_.isEmpty());
    arrange();
}

}  // namespace gbs::widgets
