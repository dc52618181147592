// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/forms/option_row.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>
#include <QWheelEvent>
#include <cmath>

#include "widgets/style/icons.h"
#include "widgets/style/plain_tips.h"
#include "widgets/style/problem_color.h"

namespace gbs::widgets {

namespace {

bool is_path(OptionField::Type type) {
    return type == OptionField::Type::file || type == OptionField::Type::folder;
}

/// A combo box that ignores the wheel, so that scrolling the form does not change it.
class CalmComboBox final : public QComboBox {
 protected:
    void wheelEvent(QWheelEvent* event) override { event->ignore(); }
};

}  // namespace

OptionRow::OptionRow(OptionField field, int label_width, QWidget* parent)
    : QWidget(parent), field_(std::move(field)), label_(new QLabel(field_.name())) {
    build_editor();
    label_->setTextFormat(Qt::PlainText);
    label_->setFixedWidth(label_width);
    label_->setBuddy(editor_);
    label_->setToolTip(tip());
    editor_->setToolTip(tip());
    editor_->setObjectName(field_.key);
    editor_->setAccessibleName(field_.label.isEmpty() ? field_.key : field_.label);
    editor_->setAccessibleDescription(field_.doc);
    auto* const value = new QHBoxLayout;
    value->setSpacing(6);
    value->addWidget(editor_);
    if (is_path(field_.type)) value->addWidget(make_browse_button());
    if (!field_.unit.isEmpty()) {
        auto* const unit = new QLabel(field_.unit);
        unit->setForegroundRole(QPalette::PlaceholderText);
        value->addWidget(unit);
    }
    if (!is_path(field_.type) && field_.type != OptionField::Type::text) value->addStretch(1);
    if (!field_.label.isEmpty()) {
        auto* const key = new QLabel(field_.key);
        key->setTextFormat(Qt::PlainText);
        key->setForegroundRole(QPalette::PlaceholderText);
        value->addWidget(key);
    }
    auto* const layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(6);
    layout->setVerticalSpacing(0);
    layout->addWidget(label_, 0, 0);
    layout->addLayout(value, 0, 1);
    layout->setColumnStretch(1, 1);
    layout->setColumnMinimumWidth(2, line_height() + 4);
    refresh();
}

int OptionRow::line_height() const {
    return fontMetrics().height() + 8;
}

QToolButton* OptionRow::make_browse_button() {
    auto* const button = new QToolButton;
    button->setText(tr("…"));
    button->setToolTip(tr("Browse"));
    button->setAccessibleName(tr("Browse for %1").arg(field_.key));
    connect(button, &QToolButton::clicked, this, &OptionRow::browse);
    return button;
}

void OptionRow::build_reset() {
    reset_ = new QToolButton;
    reset_->setObjectName(QStringLiteral("reset"));
    reset_->setIcon(line_icon(QStringLiteral("undo")));
    reset_->setAutoRaise(true);
    reset_->setFixedSize(line_height(), line_height());  // keeps the height of the row
    reset_->setToolTip(field_.default_value.isEmpty() ? tr("Reset to empty")
                                                      : tr("Reset to %1").arg(field_.default_value));
    reset_->setAccessibleName(tr("Reset %1 to its default").arg(field_.key));
    qobject_cast<QGridLayout*>(layout())->addWidget(reset_, 0, 2);
    connect(reset_, &QToolButton::clicked, this, [this] {
        set_value(field_.default_value);
        Q_EMIT edited(field_.key, field_.value);
    });
}

void OptionRow::build_editor() {
    switch (field_.type) {
        case OptionField::Type::boolean:
            editor_ = check_ = new QCheckBox;
            check_->setChecked(field_.value == QStringLiteral("true"));
            connect(check_, &QCheckBox::toggled, this,
                    [this](bool on) { take(on ? QStringLiteral("true") : QStringLiteral("false")); });
            return;
        case OptionField::Type::choice:
            editor_ = choice_ = new CalmComboBox;
            choice_->addItems(field_.choices);
            choice_->setCurrentText(field_.value);
            choice_->setFocusPolicy(Qt::StrongFocus);
            connect(choice_, &QComboBox::currentTextChanged, this, &OptionRow::take);
            return;
        default:
            editor_ = build_line();
    }
}

QLineEdit* OptionRow::build_line() {
    line_ = new QLineEdit(field_.value);
    // Numbers and paths are left to right in every language.
    line_->setLayoutDirection(Qt::LeftToRight);
    if (!is_path(field_.type) && field_.type != OptionField::Type::text) line_->setFixedWidth(140);
    connect(line_, &QLineEdit::textEdited, this, [this](const QString& text) { take(text.trimmed()); });
    return line_;
}

void OptionRow::take(const QString& value) {
    field_.value = value;
    outer_problem_.clear();  // it was for the previous value
    refresh();
    Q_EMIT edited(field_.key, value);
}

void OptionRow::set_value(const QString& value) {
    field_.value = value;
    outer_problem_.clear();
    const QSignalBlocker blocker(editor_);
    if (check_) check_->setChecked(value == QStringLiteral("true"));
    if (choice_) choice_->setCurrentText(value);
    if (line_ && line_->text() != value) line_->setText(value);
    refresh();
}

void OptionRow::set_problem(const QString& problem) {
    if (problem == outer_problem_) return;
    outer_problem_ = problem;
    refresh();
}

QString OptionRow::range_problem() const {
    const bool whole = field_.type == OptionField::Type::integer;
    if (!whole && field_.type != OptionField::Type::real) return {};
    bool good = false;
    const QLocale plain = QLocale::c();
    const double number = whole ? static_cast<double>(plain.toLongLong(field_.value, &good))
                                : plain.toDouble(field_.value, &good);
    if (!good || !std::isfinite(number))
        return whole ? tr("Not an integer") : tr("Not a number such as 0.001 or 1e-3");
    if (number < field_.minimum || number > field_.maximum)
        return tr("Not between %1 and %2")
            .arg(plain.toString(field_.minimum, 'g', 10), plain.toString(field_.maximum, 'g', 10));
    return {};
}

QString OptionRow::tip() const {
    QStringList lines{field_.key, field_.doc};
    const QLocale plain = QLocale::c();
    if (field_.type == OptionField::Type::integer || field_.type == OptionField::Type::real)
        lines << tr("From %1 to %2")
                     .arg(plain.toString(field_.minimum, 'g', 10), plain.toString(field_.maximum, 'g', 10));
    if (!field_.default_value.isEmpty()) lines << tr("Default: %1").arg(field_.default_value);
    return wrapped_tip(lines.join(QLatin1Char('\n')));
}

void OptionRow::refresh() {
    own_problem_ = range_problem();
    const bool changed = field_.changed();
    if (changed && !reset_) build_reset();
    if (reset_) reset_->setVisible(changed);
    QFont font = label_->font();
    if (font.bold() != changed) {
        font.setBold(changed);
        label_->setFont(font);
    }
    show_problem();
}

void OptionRow::show_problem() {
    const QString text = problem();
    if (text.isEmpty() && !problem_text_) return;
    if (!problem_text_) {
        problem_icon_ = new QLabel;
        problem_text_ = new QLabel;
        problem_text_->setWordWrap(true);
        problem_text_->setTextFormat(Qt::PlainText);
        auto* const grid = qobject_cast<QGridLayout*>(layout());
        grid->addWidget(problem_icon_, 1, 0, Qt::AlignTrailing | Qt::AlignTop);
        grid->addWidget(problem_text_, 1, 1, 1, 2);
    }
    const QColor red = problem_color(palette());
    QPalette reddish = palette();
    reddish.setColor(QPalette::WindowText, red);
    problem_text_->setPalette(reddish);
    problem_icon_->setPixmap(
        line_icon(QStringLiteral("warning"), red).pixmap(QSize(16, 16), devicePixelRatioF()));
    problem_text_->setText(text);
    problem_text_->setAccessibleName(tr("Problem with %1").arg(field_.key));
    problem_icon_->setVisible(!text.isEmpty());
    problem_text_->setVisible(!text.isEmpty());
}

bool OptionRow::matches(const QString& words) const {
    const QString all = field_.label + QLatin1Char(' ') + field_.key + QLatin1Char(' ') + field_.doc;
    for (const QString& word : words.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        if (!all.contains(word, Qt::CaseInsensitive)) return false;
    return true;
}

void OptionRow::focus_editor() {
    editor_->setFocus(Qt::OtherFocusReason);
    if (line_) line_->selectAll();
}

void OptionRow::browse() {
    const QString chosen = field_.type == OptionField::Type::folder
                               ? QFileDialog::getExistingDirectory(this, field_.doc, field_.value)
                               : QFileDialog::getOpenFileName(this, field_.doc, field_.value);
    if (chosen.isEmpty()) return;
    set_value(chosen);
    Q_EMIT edited(field_.key, chosen);
}

void OptionRow::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && problem_text_) show_problem();
}

}  // namespace gbs::widgets
