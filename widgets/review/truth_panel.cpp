// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/review/truth_panel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "widgets/style/icons.h"

namespace gbs::widgets {

namespace {

TruthTool tool_of(const Truth& truth) {
    return truth.is_polygon() ? TruthTool::polygon : truth.is_box ? TruthTool::box : TruthTool::point;
}

QString text_of(const Truth& truth) {
    // Bidi isolates keep the order of the numbers in right-to-left text.
    const QString place =
        truth.is_box ? QStringLiteral("\u2066%1, %2 – %3, %4\u2069")
                           .arg(truth.first.x())
                           .arg(truth.first.y())
                           .arg(truth.last.x())
                           .arg(truth.last.y())
                     : QStringLiteral("\u2066%1, %2\u2069").arg(truth.first.x()).arg(truth.first.y());
    if (truth.is_polygon())
        return TruthPanel::tr("Polygon of %n corner(s), %1", nullptr, static_cast<int>(truth.corners.size()))
            .arg(place);
    return truth.is_box ? TruthPanel::tr("Box %1").arg(place) : TruthPanel::tr("Point %1").arg(place);
}

}  // namespace

TruthPanel::TruthPanel(QWidget* parent) : QWidget(parent), list_(new QListWidget) {
    auto* const tools = new QHBoxLayout;
    tools->setSpacing(2);
    point_ = add_button("point", QStringLiteral("mark-point"), tr("Mark a point"),
                        tr("Click the object in the photo"));
    box_ = add_button("box", QStringLiteral("mark-box"), tr("Mark a box"),
                      tr("Draw a box around the object in the photo"));
    polygon_ =
        add_button("polygon", QStringLiteral("mark-polygon"), tr("Mark a polygon"),
                   tr("Click the corners around the object; a double click or Enter closes the polygon"));
    peak_ = add_button("peak", QStringLiteral("mark-peak"), tr("Mark the peak"),
                       tr("Mark the peak of the mean map as the ground truth"));
    move_ =
        add_button("move", QStringLiteral("move"), tr("Move"),
                   tr("The next mark replaces the selected one. In the list, Ctrl and the arrow keys move "
                      "it by one pixel; with Shift, by ten."));
    remove_ =
        add_button("remove", QStringLiteral("remove"), tr("Remove the mark"), tr("Remove the selected mark"));
    point_->setCheckable(true);
    box_->setCheckable(true);
    polygon_->setCheckable(true);
    move_->setCheckable(true);
    for (QToolButton* const button : {point_, box_, polygon_, peak_}) tools->addWidget(button);
    tools->addStretch();
    for (QToolButton* const button : {move_, remove_}) tools->addWidget(button);

    list_->setAccessibleName(tr("Ground truth of the phrase"));
    list_->setToolTip(tr("Photo pixels: x, y from the top left corner, starting at 0"));
    list_->setMinimumHeight(list_->fontMetrics().height() * 2);
    list_->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored);
    list_->installEventFilter(this);

    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(tools);
    layout->addWidget(list_, 1);

    connect(point_, &QToolButton::clicked, this,
            [this](bool on) { set_tool(on ? TruthTool::point : TruthTool::none); });
    connect(box_, &QToolButton::clicked, this,
            [this](bool on) { set_tool(on ? TruthTool::box : TruthTool::none); });
    connect(polygon_, &QToolButton::clicked, this,
            [this](bool on) { set_tool(on ? TruthTool::polygon : TruthTool::none); });
    connect(peak_, &QToolButton::clicked, this, &TruthPanel::peak_requested);
    connect(move_, &QToolButton::clicked, this, [this](bool on) {
        if (!on) return set_tool(TruthTool::none);
        set_tool(tool_of(truths_[current()]));
    });
    connect(remove_, &QToolButton::clicked, this, &TruthPanel::remove_current);
    connect(list_, &QListWidget::currentRowChanged, this, [this](int row) {
        refresh_buttons();
        Q_EMIT current_changed(row);
    });
    set_truths({});
}

QToolButton* TruthPanel::add_button(const char* name, const QString& icon, const QString& text,
                                    const QString& tip) {
    auto* const button = new QToolButton;
    button->setObjectName(QLatin1String(name));
    button->setIcon(line_icon(icon));
    button->setIconSize({20, 20});
    button->setAutoRaise(true);
    button->setText(text);
    button->setAccessibleName(text);
    button->setToolTip(tip);
    return button;
}

void TruthPanel::set_truths(const QVector<Truth>& truths) {
    const int row = list_->currentRow();
    const bool grown = truths.size() > truths_.size();
    truths_ = truths;
    {
        const QSignalBlocker blocker(list_);
        list_->clear();
        for (const Truth& truth : truths) list_->addItem(text_of(truth));
        const int last = static_cast<int>(truths.size()) - 1;
        list_->setCurrentRow(grown ? last : std::min(row, last));
    }
    refresh_buttons();
    if (list_->currentRow() != row) Q_EMIT current_changed(list_->currentRow());
}

void TruthPanel::set_current(int row) {
    list_->setCurrentRow(row);
}

void TruthPanel::set_peak_known(bool known) {
    peak_known_ = known;
    refresh_buttons();
}

void TruthPanel::set_tool(TruthTool tool) {
    point_->setChecked(tool == TruthTool::point && !move_->isChecked());
    box_->setChecked(tool == TruthTool::box && !move_->isChecked());
    polygon_->setChecked(tool == TruthTool::polygon && !move_->isChecked());
    if (tool == TruthTool::none) move_->setChecked(false);
    if (tool == tool_) return;
    tool_ = tool;
    Q_EMIT tool_changed(tool);
}

void TruthPanel::take_mark(const Truth& truth) {
    if (moves() && current() >= 0) {
        Q_EMIT truth_changed(current(), truth);
        set_tool(TruthTool::none);
    } else {
        Q_EMIT truth_added(truth);
    }
}

void TruthPanel::refresh_buttons() {
    const bool selected = current() >= 0;
    move_->setEnabled(selected);
    remove_->setEnabled(selected);
    peak_->setEnabled(peak_known_);
    if (!selected && move_->isChecked()) set_tool(TruthTool::none);
}

void TruthPanel::remove_current() {
    if (current() >= 0) Q_EMIT truth_removed(current());
}

bool TruthPanel::press_key(int key, Qt::KeyboardModifiers modifiers) {
    const int row = current();
    if (row < 0) return false;
    if (key == Qt::Key_Delete || key == Qt::Key_Backspace) {
        Q_EMIT truth_removed(row);
        return true;
    }
    if (!modifiers.testFlag(Qt::ControlModifier)) return false;
    const int step = modifiers.testFlag(Qt::ShiftModifier) ? 10 : 1;
    const QPoint by = key == Qt::Key_Left    ? QPoint(-step, 0)
                      : key == Qt::Key_Right ? QPoint(step, 0)
                      : key == Qt::Key_Up    ? QPoint(0, -step)
                      : key == Qt::Key_Down  ? QPoint(0, step)
                                             : QPoint();
    if (by.isNull()) return false;
    Truth truth = truths_[row];
    truth.first += by;
    truth.last += by;
    for (QPoint& corner : truth.corners) corner += by;
    Q_EMIT truth_changed(row, truth);
    return true;
}

bool TruthPanel::eventFilter(QObject* watched, QEvent* event) {
    // Handle the arrow keys before the window's shortcuts.
    if (watched == list_ &&
        (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride)) {
        const auto* const pressed = static_cast<QKeyEvent*>(event);
        const bool arrow = pressed->key() >= Qt::Key_Left && pressed->key() <= Qt::Key_Down;
        if (event->type() == QEvent::KeyPress) {
            if (press_key(pressed->key(), pressed->modifiers())) return true;
        } else if (arrow && pressed->modifiers().testFlag(Qt::ControlModifier) && current() >= 0) {
            event->accept();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace gbs::widgets
