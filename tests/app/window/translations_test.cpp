// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QLibraryInfo>
#include <QMap>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include "support/source_literals.h"

namespace {

const QStringList languages{QStringLiteral("de"), QStringLiteral("he"), QStringLiteral("zh_CN")};

QString root() {
    return QDir::cleanPath(QStringLiteral(GBS_SOURCE_DIR));
}

QString read(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString ts_file(const QString& language) {
    return root() + QStringLiteral("/translations/gbs_%1.ts").arg(language);
}

struct Message {
    QString source;
    bool numerus = false;
    bool finished = true;
    QStringList forms;  ///< one, or one per plural form
};

/// The messages of a .ts file by context, source and comment.
QMap<QString, Message> messages_of(const QString& path) {
    QFile file(path);
    QMap<QString, Message> messages;
    if (!file.open(QIODevice::ReadOnly)) return messages;
    QXmlStreamReader xml(&file);
    QString context, comment;
    Message message;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement()) {
            const QStringView name = xml.name();
            if (name == QStringLiteral("message")) {
                message = {{}, xml.attributes().hasAttribute(QStringLiteral("numerus")), true, {}};
                comment.clear();
            } else if (name == QStringLiteral("name")) {
                context = xml.readElementText();
            } else if (name == QStringLiteral("source")) {
                message.source = xml.readElementText();
            } else if (name == QStringLiteral("comment")) {
                comment = xml.readElementText();
            } else if (name == QStringLiteral("translation")) {
                message.finished = !xml.attributes().hasAttribute(QStringLiteral("type"));
                if (!message.numerus) message.forms << xml.readElementText();
            } else if (name == QStringLiteral("numerusform")) {
                message.forms << xml.readElementText();
            }
        } else if (xml.isEndElement() && xml.name() == QStringLiteral("message")) {
            messages.insert(context + QStringLiteral(" | ") + message.source +
                                (comment.isEmpty() ? QString() : QStringLiteral(" | ") + comment),
                            message);
        }
    }
    return messages;
}

QStringList matches(const QString& text, const char* pattern) {
    QStringList found;
    auto all = QRegularExpression(QString::fromUtf8(pattern)).globalMatch(text);
    while (all.hasNext()) found << all.next().captured();
    found.sort();
    return found;
}

/// The fault of a translation; empty: none.
QString fault_of(const Message& message, const QString& form) {
    if (form.trimmed().isEmpty()) return QStringLiteral("empty");
    // The singular form may omit the number.
    const char* const places = message.numerus ? "%L?[0-9]+" : "%L?[0-9]+|%n";
    if (matches(form, places) != matches(message.source, places)) return QStringLiteral("place markers");
    const char* const mnemonic = "&(?=[^\\s&])";
    if (matches(form, mnemonic).size() != matches(message.source, mnemonic).size())
        return QStringLiteral("accelerator");
    const char* const tags = "</?[a-z0-9]+>";
    if (matches(form, tags) != matches(message.source, tags)) return QStringLiteral("tags");
    if (form.endsWith(QChar(0x2026)) != message.source.endsWith(QChar(0x2026)) &&
        !form.contains(QStringLiteral("(&")))
        return QStringLiteral("dots at the end");
    return {};
}

QString lupdate() {
    return QStandardPaths::findExecutable(QStringLiteral("lupdate"),
                                          {QLibraryInfo::path(QLibraryInfo::BinariesPath)});
}

}  // namespace

class TranslationsTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void literals_are_classified_data() {
        QTest::addColumn<QString>("source");
        QTest::addColumn<int>("untranslated");
        const auto row = [](const char* name, const char* source, int untranslated) {
            QTest::newRow(name) << QString::fromUtf8(source) << untranslated;
        };
        row("tr", "label->setText(tr(\"Open it\"));", 0);
        row("no tr", "label->setText(QStringLiteral(\"Open it\"));", 1);
        row("one word", "auto* x = new QLabel(QStringLiteral(\"Opacity\"));", 1);
        row("a key", "settings.value(QStringLiteral(\"window/geometry\"));", 0);
        row("arg of tr", "setText(tr(\"%1 is here\").arg(QStringLiteral(\"the cat\")));", 1);
        row("a sentence anywhere", "QString x = QStringLiteral(\"Two words\");", 1);
        row("log", "spdlog::warn(\"the file {} is bad\", x);", 0);
        row("error", "throw Error(\"there is no file\");", 0);
        row("terminal", "std::cerr << \"there is no display\";", 0);
        row("after the terminal", "std::cerr << \"none of\"; x = QStringLiteral(\"Two words\");", 1);
        row("comment", "// \"Two words\"\n/* \"Two words\" */", 0);
        row("include", "#include \"two words\"", 0);
        row("quotes and characters",
            "x = 'a'; y = '\"'; z = 1'000; w = QStringLiteral(\"Two \\\"words\\\"\");", 1);
        row("raw", "x = R\"(Two words)\";", 1);
        row("markup", "setText(QStringLiteral(\"<b>%1</b>\"));", 0);
    }
    void literals_are_classified() {
        QFETCH(QString, source);
        QFETCH(int, untranslated);
        int found = 0;
        for (const SourceLiteral& literal : LiteralReader(source).read()) found += is_untranslated(literal);
        QCOMPARE(found, untranslated);
    }

    void every_string_is_translatable() {
        QStringList allowed;
        for (const QString& line :
             read(root() + QStringLiteral("/tests/app/window/untranslated.txt")).split(QLatin1Char('\n')))
            if (!line.isEmpty() && !line.startsWith(QLatin1Char('#'))) allowed << line;
        QVERIFY(!allowed.isEmpty());
        QStringList wrong, used;
        int literals = 0;
        for (const char* folder :
             {"app/base", "app/frame", "app/controllers", "app/session", "app/window", "app/review",
              "app/export", "app/present", "app/settings", "app/train", "app/benchmark", "widgets"}) {
            QDirIterator files(root() + QLatin1Char('/') + QString::fromLatin1(folder),
                               {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                               QDirIterator::Subdirectories);
            while (files.hasNext()) {
                const QString path = files.next();
                const QString file = QDir(root()).relativeFilePath(path);
                for (const SourceLiteral& literal : LiteralReader(read(path)).read()) {
                    ++literals;
                    if (!is_untranslated(literal)) continue;
                    const QString whole = file + QStringLiteral(": *");
                    const QString entry =
                        file + QStringLiteral(": ") +
                        QString(literal.text).replace(QLatin1Char('\n'), QStringLiteral("\\n"));
                    used << whole << entry;
                    if (!allowed.contains(whole) && !allowed.contains(entry))
                        wrong << entry + QStringLiteral(" (line %1)").arg(literal.line);
                }
            }
        }
        QVERIFY(literals > 500);  // the scan found the sources
        for (const QString& line : wrong) qWarning().noquote() << line;
        QVERIFY2(wrong.isEmpty(), "strings that are not translatable are listed above");
        for (const QString& line : allowed)
            QVERIFY2(used.contains(line),
                     qPrintable(QStringLiteral("untranslated.txt: not needed: ") + line));
    }

    void files_have_every_string_data() {
        QTest::addColumn<QString>("language");
        for (const QString& language : languages + QStringList{QStringLiteral("en")})
            QTest::newRow(qPrintable(language)) << language;
    }
    void files_have_every_string() {
        QFETCH(QString, language);
        const QString program = lupdate();
        if (program.isEmpty()) QSKIP("lupdate is not installed");
        QTemporaryDir folder;
        const QString copy = folder.filePath(QFileInfo(ts_file(language)).fileName());
        QVERIFY(QFile::copy(ts_file(language), copy));
        QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner);
        QStringList words{QStringLiteral("-I"),
                          root(),
                          QStringLiteral("-locations"),
                          QStringLiteral("none"),
                          QStringLiteral("-no-obsolete"),
                          QStringLiteral("-silent"),
                          root() + QStringLiteral("/app"),
                          root() + QStringLiteral("/widgets"),
                          root() + QStringLiteral("/training/alpha")};
        if (language == QStringLiteral("en")) words << QStringLiteral("-pluralonly");
        words << QStringLiteral("-ts") << copy;
        QCOMPARE(QProcess::execute(program, words), 0);
        const auto committed = messages_of(ts_file(language));
        const auto needed = messages_of(copy);
        QVERIFY(!needed.isEmpty());
        QStringList missing, superfluous;
        for (const QString& key : needed.keys())
            if (!committed.contains(key)) missing << key;
        for (const QString& key : committed.keys())
            if (!needed.contains(key)) superfluous << key;
        QVERIFY2(missing.isEmpty(), qPrintable(QStringLiteral("run `make translations`; missing:\n") +
                                               missing.join(QLatin1Char('\n'))));
        QVERIFY2(superfluous.isEmpty(), qPrintable(QStringLiteral("run `make translations`; not needed:\n") +
                                                   superfluous.join(QLatin1Char('\n'))));
    }

    void faults_are_found() {
        const auto fault = [](const char* source, const char* form, bool numerus = false) {
            return fault_of({QString::fromUtf8(source), numerus, true, {}}, QString::fromUtf8(form));
        };
        QCOMPARE(fault("%1 of %2", "%2 von %1"), QString());
        QCOMPARE(fault("%1 of %2", "%1 von %1"), QStringLiteral("place markers"));
        QCOMPARE(fault("&Open…", "Öffnen…"), QStringLiteral("accelerator"));
        QCOMPARE(fault("&Open…", "打开(&O)…"), QString());
        QCOMPARE(fault("A & B", "A & B"), QString());
        QCOMPARE(fault("Open…", "Öffnen"), QStringLiteral("dots at the end"));
        QCOMPARE(fault("<b>x</b>", "<b>x<b>"), QStringLiteral("tags"));
        QCOMPARE(fault("x", " "), QStringLiteral("empty"));
        QCOMPARE(fault("%n image(s)", "ein Bild", true), QString());
        QCOMPARE(fault("%n image(s)", "ein Bild"), QStringLiteral("place markers"));
    }

    void translations_are_finished_data() { files_have_every_string_data(); }
    void translations_are_finished() {
        QFETCH(QString, language);
        const auto messages = messages_of(ts_file(language));
        QVERIFY(!messages.isEmpty());
        QStringList wrong;
        for (auto message = messages.begin(); message != messages.end(); ++message) {
            if (!message->finished) {
                wrong << QStringLiteral("unfinished: ") + message.key();
                continue;
            }
            for (const QString& form : message->forms)
                if (const QString fault = fault_of(*message, form); !fault.isEmpty())
                    wrong << fault + QStringLiteral(": ") + message.key() + QStringLiteral(" -> ") + form;
        }
        for (const QString& line : wrong.mid(0, 100)) qWarning().noquote() << language << line;
        QVERIFY2(wrong.isEmpty(),
                 qPrintable(QStringLiteral("%1 of %2 messages").arg(wrong.size()).arg(messages.size())));
    }
};

QTEST_GUILESS_MAIN(TranslationsTest)
#include "translations_test.moc"
