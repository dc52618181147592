// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRegularExpression>
#include <QSet>
#include <QString>
#include <QStringList>
#include <vector>

/// A string literal in a C++ source with the enclosing calls, outermost first.
struct SourceLiteral {
    int line = 0;
    QString text;
    QStringList calls;
    QStringList statement;  ///< all names since the start of the statement
};

/// Finds the string literals of a source, without comments and preprocessor lines.
class LiteralReader {
 public:
    explicit LiteralReader(QString source) : source_(std::move(source)) {}

    std::vector<SourceLiteral> read() {
        while (at_ < source_.size()) step();
        return found_;
    }

 private:
    QChar peek(qsizetype ahead = 0) const {
        return at_ + ahead < source_.size() ? source_[at_ + ahead] : QChar();
    }
    void advance() {
        if (peek() == QLatin1Char('\n')) ++line_;
        ++at_;
    }
    void skip_until(const QString& end) {
        while (at_ < source_.size() && QStringView(source_).mid(at_, end.size()) != end) advance();
        for (qsizetype i = 0; i < end.size(); ++i) advance();
    }
    void step() {
        const QChar c = peek();
        if (c == QLatin1Char('/') && peek(1) == QLatin1Char('/')) return skip_until(QStringLiteral("\n"));
        if (c == QLatin1Char('/') && peek(1) == QLatin1Char('*')) return skip_until(QStringLiteral("*/"));
        if (c == QLatin1Char('#')) return skip_until(QStringLiteral("\n"));
        if (c == QLatin1Char('"')) return literal();
        if (c == QLatin1Char('\'')) return character();
        if (c.isLetter() || c == QLatin1Char('_')) return word();
        if (c == QLatin1Char('(') || c == QLatin1Char('{'))
            calls_ << last_;
        else if ((c == QLatin1Char(')') || c == QLatin1Char('}')) && !calls_.isEmpty())
            calls_.removeLast();
        if (c == QLatin1Char(';') || c == QLatin1Char('}')) statement_.clear();
        if (!c.isSpace()) last_.clear();
        advance();
    }
    void word() {
        const qsizetype from = at_;
        while (peek().isLetterOrNumber() || peek() == QLatin1Char('_')) advance();
        last_ = source_.mid(from, at_ - from);
        statement_ << last_;
        if (last_ != QStringLiteral("R") || peek() != QLatin1Char('"')) return;
        const qsizetype open = source_.indexOf(QLatin1Char('('), at_);
        const QString end = QLatin1Char(')') + source_.mid(at_ + 1, open - at_ - 1) + QLatin1Char('"');
        const int line = line_;
        const qsizetype close = source_.indexOf(end, open);
        found_.push_back({line, source_.mid(open + 1, close - open - 1), calls_, statement_});
        skip_until(end);
    }
    void character() {
        const bool digits = at_ > 0 && source_[at_ - 1].isDigit();  // 10'000
        advance();
        if (digits) return;
        while (at_ < source_.size() && peek() != QLatin1Char('\'')) {
            if (peek() == QLatin1Char('\\')) advance();
            advance();
        }
        advance();
    }
    void literal() {
        const int line = line_;
        QString text;
        advance();
        while (at_ < source_.size() && peek() != QLatin1Char('"')) {
            if (peek() == QLatin1Char('\\')) {
                advance();
                text += peek() == QLatin1Char('n') ? QLatin1Char('\n') : peek();
            } else {
                text += peek();
            }
            advance();
        }
        advance();
        found_.push_back({line, text, calls_, statement_});
        last_.clear();
    }

    QString source_;
    qsizetype at_ = 0;
    int line_ = 1;
    QString last_;
    QStringList calls_, statement_;
    std::vector<SourceLiteral> found_;
};

/// Whether the literal could appear in the window without tr().
inline bool is_untranslated(const SourceLiteral& literal) {
    const auto set = [](const char* words) {
        const QStringList list = QString::fromLatin1(words).split(QLatin1Char(' '));
        return QSet<QString>(list.begin(), list.end());
    };
    static const QSet<QString> translates =
        set("tr translate QT_TR_NOOP QT_TRANSLATE_NOOP QT_TRANSLATE_NOOP3 QT_TRANSLATE_N_NOOP");
    // Log, terminal, errors (the lower layers are not translated) and SQL.
    static const QSet<QString> technical =
        set("Error cerr cout spdlog prepare exec static_assert QRegularExpression setStyleSheet "
            "setOrganizationName "
            "setApplicationName");
    static const QSet<QString> wrappers =
        set("QStringLiteral QLatin1String QString fromLatin1 fromUtf8 arg QStringList");
    static const QSet<QString> shows = set(
        "setText setToolTip setStatusTip setWhatsThis setWindowTitle setTitle setAccessibleName "
        "setAccessibleDescription setPlaceholderText setLabelText setPrefix setSuffix setIconText addAction "
        "addMenu addRow addTab addItem addToolBar setHeaderLabels QLabel QPushButton QCheckBox QRadioButton "
        "QGroupBox QToolButton QAction QDockWidget drawText question warning information critical "
        "getOpenFileName getOpenFileNames getSaveFileName getExistingDirectory getText show_message message");
    static const QRegularExpression markup(QStringLiteral("<[^<>]*>|&[a-z]+;|%L?[0-9n]+|\\*\\.\\w+"));
    static const QRegularExpression words(
        QStringLiteral("\\p{L}{2,}[^\\p{L}\\s]{0,2}\\s+[^\\p{L}\\s]{0,2}\\p{L}{2,}"));
    static const QRegularExpression word(QStringLiteral("\\p{L}{2,}"));
    for (const QString& call : literal.calls)
        if (translates.contains(call) || technical.contains(call)) return false;
    for (const QString& name : literal.statement)
        if (technical.contains(name)) return false;
    const QString plain = QString(literal.text).remove(markup);
    if (words.match(plain).hasMatch()) return true;
    QString innermost;
    for (const QString& call : literal.calls)
        if (!wrappers.contains(call)) innermost = call;
    return shows.contains(innermost) && word.match(plain).hasMatch();
}
