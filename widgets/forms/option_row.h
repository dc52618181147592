// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>
#include <QString>
#include <QStringList>
#include <QToolButton>
#include <QWidget>
#include <limits>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace gbs::widgets {

/// One option as a form shows it; values are text, as in a file.
struct OptionField {
    enum class Type { boolean, integer, real, text, choice, file, folder };

    QString key;    ///< "optimizer.learning_rate"
    QString group;  ///< what it is listed under
    Type type = Type::text;
    QString unit;  ///< behind the value; empty: none
    double minimum = -std::numeric_limits<double>::infinity();
    double maximum = std::numeric_limits<double>::infinity();
    QString default_value;
    QString doc;  ///< one sentence
    QString value;
    QStringList choices;  ///< of Type::choice

    bool changed() const { return value != default_value; }
};

/// A label, an editor for the type, the unit, a button that puts the default back, and below it what is
/// wrong.
class OptionRow : public QWidget {
    Q_OBJECT

 public:
    OptionRow(OptionField field, int label_width, QWidget* parent = nullptr);

    const OptionField& field() const { return field_; }
    void set_value(const QString& value);
    /// What else is wrong with the value; empty: nothing. A value out of its own range is found by the row.
    void set_problem(const QString& problem);
    QString problem() const { return own_problem_.isEmpty() ? outer_problem_ : own_problem_; }
    bool matches(const QString& words) const;
    void focus_editor();
    QWidget* editor() const { return editor_; }
    QToolButton* reset_button() const { return reset_; }  ///< null: never changed yet

 Q_SIGNALS:
    void edited(const QString& key, const QString& value);

 protected:
    void changeEvent(QEvent* event) override;

 private:
    void build_editor();
    void build_reset();
    QToolButton* make_browse_button();
    int line_height() const;
    void show_problem();
    QLineEdit* build_line();
    void take(const QString& value);
    void browse();
    void refresh();
    QString range_problem() const;
    QString tip() const;

    OptionField field_;
    QLabel* label_;
    QWidget* editor_ = nullptr;
    QCheckBox* check_ = nullptr;  ///< the editor, by its type
    QComboBox* choice_ = nullptr;
    QLineEdit* line_ = nullptr;
    QToolButton* reset_ = nullptr;  ///< made when it is needed, as a form has a hundred rows
    QLabel *problem_icon_ = nullptr, *problem_text_ = nullptr;  ///< made when they are needed
    QString own_problem_, outer_problem_;
};

}  // namespace gbs::widgets
