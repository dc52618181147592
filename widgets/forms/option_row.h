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

/// One option of a form. Values are text, as in a file.
struct OptionField {
    enum class Type { boolean, integer, real, text, choice, file, folder };

    QString key;         ///< "optimizer.learning_rate"
    QString group;       ///< heading in the form
    QString label{};     ///< in the words of the user; empty: the key
    bool basic = false;  ///< shown without "Advanced"
    Type type = Type::text;
    QString unit;  ///< shown after the value; may be empty
    double minimum = -std::numeric_limits<double>::infinity();
    double maximum = std::numeric_limits<double>::infinity();
    QString default_value;
    QString doc;  ///< one sentence
    QString value;
    QStringList choices;  ///< for Type::choice

    bool changed() const { return value != default_value; }
    QString name() const { return label.isEmpty() ? key.section(QLatin1Char('.'), -1) : label; }
};

/// A label, an editor for the type, the unit, the key in gray, a button to reset to the default, and below them the problem,
/// if any. The editor's object name is the option's key; that of the button is "reset".
class OptionRow : public QWidget {
    Q_OBJECT

 public:
    OptionRow(OptionField field, int label_width, QWidget* parent = nullptr);

    const OptionField& field() const { return field_; }
    void set_value(const QString& value);
    /// Shows a problem with the value; empty for none. The row itself reports values out of range.
    void set_problem(const QString& problem);
    QString problem() const { return own_problem_.isEmpty() ? outer_problem_ : own_problem_; }
    bool matches(const QString& words) const;
    void focus_editor();

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
    QCheckBox* check_ = nullptr;  ///< the editor, depending on the type
    QComboBox* choice_ = nullptr;
    QLineEdit* line_ = nullptr;
    QToolButton* reset_ = nullptr;  ///< created on demand, because a form has a hundred rows
    QLabel *problem_icon_ = nullptr, *problem_text_ = nullptr;  ///< created on demand
    QString own_problem_, outer_problem_;
};

}  // namespace gbs::widgets
