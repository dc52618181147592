// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/forms/options_form.h"

#include <QHBoxLayout>
#include <QVBoxLayout>
#include <algorithm>

#include "widgets/style/icons.h"

namespace gbs::widgets {

OptionsForm::OptionsForm(QWidget* parent)
    : QWidget(parent),
      search_(new QLineEdit),
      only_changed_(new QCheckBox(tr("Only &changed"))),
      advanced_(new QCheckBox(tr("A&dvanced"))),
      area_(new QScrollArea),
      nothing_(new QLabel(tr("No matching options."))) {
    search_->setObjectName(QStringLiteral("search"));
    only_changed_->setObjectName(QStringLiteral("only_changed"));
    advanced_->setObjectName(QStringLiteral("advanced"));
    advanced_->setToolTip(tr("Show all options, not only the most important ones"));
    search_->setPlaceholderText(tr("Search options"));
    search_->setAccessibleName(tr("Search options"));
    search_->setToolTip(tr("Show only options with these words in their name or description"));
    search_->setClearButtonEnabled(true);
    search_->addAction(line_icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    only_changed_->setToolTip(tr("Show only options that differ from their defaults"));
    nothing_->setForegroundRole(QPalette::PlaceholderText);
    nothing_->setAlignment(Qt::AlignCenter);
    area_->setWidgetResizable(true);
    area_->setFocusPolicy(Qt::NoFocus);
    area_->setFrameShape(QFrame::NoFrame);
    area_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(search_, &QLineEdit::textChanged, this, &OptionsForm::filter);
    connect(only_changed_, &QCheckBox::toggled, this, &OptionsForm::filter);
    connect(advanced_, &QCheckBox::toggled, this, &OptionsForm::filter);
    auto* const top = new QHBoxLayout;
    top->addWidget(search_, 1);
    top->addWidget(only_changed_);
    top->addWidget(advanced_);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(top);
    layout->addWidget(area_, 1);
    layout->addWidget(nothing_);
    nothing_->hide();
}

void OptionsForm::set_fields(const QVector<OptionField>& fields) {
    const bool same = std::equal(fields.begin(), fields.end(), order_.begin(), order_.end(),
                                 [this](const OptionField& field, const QString& key) {
                                     const OptionField& known = rows_.value(key)->field();
                                     return field.key == key && field.default_value == known.default_value;
                                 });
    if (!same) return rebuild(fields);
    for (const OptionField& field : fields)
        if (rows_.value(field.key)->field().value != field.value)
            rows_.value(field.key)->set_value(field.value);
    filter();
}

void OptionsForm::rebuild(const QVector<OptionField>& fields) {
    rows_.clear();
    order_.clear();
    groups_.clear();
    auto* const content = new QWidget;
    auto* const layout = new QVBoxLayout(content);
    layout->setContentsMargins(4, 0, 8, 8);
    layout->setSpacing(3);
    QFont bold = font();
    bold.setBold(true);
    const QFontMetrics metrics(bold);
    int width = 0;
    for (const OptionField& field : fields) width = std::max(width, metrics.horizontalAdvance(field.name()));
    QString group;
    for (const OptionField& field : fields) {
        if (groups_.isEmpty() || field.group != group) {
            group = field.group;
            auto* const heading = new QLabel(group);
            heading->setFont(bold);
            heading->setForegroundRole(QPalette::Link);
            heading->setContentsMargins(0, 8, 0, 0);
            layout->addWidget(heading, 0, Qt::AlignLeading);  // keys are Latin in every language
            groups_.push_back({heading, {}});
        }
        auto* const row = new OptionRow(field, width + 8, content);
        connect(row, &OptionRow::edited, this, &OptionsForm::edited);
        layout->addWidget(row);
        rows_.insert(field.key, row);
        order_ << field.key;
        groups_.back().keys << field.key;
    }
    layout->addStretch(1);
    area_->setWidget(content);  // deletes the previous widget
    filter();
}

void OptionsForm::filter() {
    const auto basic = [](const OptionRow* row) { return row->field().basic; };
    advanced_->setVisible(std::any_of(rows_.begin(), rows_.end(), basic));
    bool any = false;
    for (const Group& group : groups_) {
        bool shown = false;
        for (const QString& key : group.keys) {
            OptionRow* const row = rows_.value(key);
            const bool fits = passes(*row);
            row->setVisible(fits);
            shown = shown || fits;
        }
        group.heading->setVisible(shown);
        any = any || shown;
    }
    nothing_->setVisible(!any);
    area_->setVisible(any);
}

bool OptionsForm::passes(const OptionRow& row) const {
    if (!row.matches(search_->text())) return false;
    if (only_changed_->isChecked()) return row.field().changed();
    const bool all = advanced_->isHidden() || advanced_->isChecked() || !search_->text().isEmpty();
    return all || row.field().basic || !row.problem().isEmpty();
}

void OptionsForm::set_value(const QString& key, const QString& value) {
    if (OptionRow* const found = row(key)) found->set_value(value);
}

QString OptionsForm::value(const QString& key) const {
    const OptionRow* const found = row(key);
    return found ? found->field().value : QString();
}

bool OptionsForm::set_problem(const QString& key, const QString& problem) {
    OptionRow* const found = row(key);
    if (found) found->set_problem(problem);
    if (found && !problem.isEmpty() && found->isHidden()) filter();
    return found != nullptr;
}

void OptionsForm::clear_problems() {
    for (OptionRow* const row : std::as_const(rows_)) row->set_problem({});
}

void OptionsForm::go_to(const QString& key) {
    OptionRow* const found = row(key);
    if (!found) return;
    if (found->isHidden()) {
        search_->clear();
        only_changed_->setChecked(false);
        advanced_->setChecked(true);
    }
    area_->widget()->layout()->activate();
    area_->ensureWidgetVisible(found);
    found->focus_editor();
}

}  // namespace gbs::widgets
