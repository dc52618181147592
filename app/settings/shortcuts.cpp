#include "app/settings/shortcuts.h"

#include <spdlog/spdlog.h>

#include <QSettings>
#include <QStringList>
#include <algorithm>

namespace gbs {

namespace {

QString settings_key(const Shortcut& shortcut) {
    return QStringLiteral("shortcuts/") + shortcut.id;
}

}  // namespace

bool keys_collide(const QKeySequence& a, const QKeySequence& b) {
    if (a.isEmpty() || b.isEmpty()) return false;
    return a.matches(b) != QKeySequence::NoMatch || b.matches(a) != QKeySequence::NoMatch;
}

std::vector<int> conflicts_of(const std::vector<Shortcut>& shortcuts, int row, const QKeySequence& key) {
    std::vector<int> rows;
    for (int other = 0; other < static_cast<int>(shortcuts.size()); ++other) {
        const QList<QKeySequence>& taken = shortcuts[static_cast<std::size_t>(other)].keys;
        if (other != row && std::any_of(taken.begin(), taken.end(),
                                        [&](const QKeySequence& its) { return keys_collide(key, its); }))
            rows.push_back(other);
    }
    return rows;
}

void load_shortcuts(std::vector<Shortcut>& shortcuts) {
    const QSettings settings;
    for (Shortcut& shortcut : shortcuts) {
        shortcut.keys = shortcut.default_keys;
        const QVariant stored = settings.value(settings_key(shortcut));
        if (!stored.isValid()) continue;
        QList<QKeySequence> keys;
        bool good = true;
        for (const QString& text : stored.toStringList()) {
            if (text.isEmpty()) continue;
            const QKeySequence key = QKeySequence::fromString(text, QKeySequence::PortableText);
            good = good && !key.isEmpty() && key[0].key() != Qt::Key_unknown;
            keys << key;
        }
        if (good)
            shortcut.keys = keys;
        else
            spdlog::warn("setting {}: '{}' is no key; the standard one is used",
                         settings_key(shortcut).toStdString(),
                         stored.toStringList().join(QStringLiteral(", ")).toStdString());
    }
}

void save_shortcuts(const std::vector<Shortcut>& shortcuts) {
    QSettings settings;
    for (const Shortcut& shortcut : shortcuts) {
        if (!shortcut.changed()) {
            settings.remove(settings_key(shortcut));
            continue;
        }
        QStringList texts;
        for (const QKeySequence& key : shortcut.keys) texts << key.toString(QKeySequence::PortableText);
        // An empty list would read like a setting that is absent.
        if (texts.isEmpty()) texts << QString();
        settings.setValue(settings_key(shortcut), texts);
    }
}

QString keys_text(const QList<QKeySequence>& keys) {
    QStringList texts;
    for (const QKeySequence& key : keys) texts << key.toString(QKeySequence::NativeText);
    return texts.join(QStringLiteral(", "));
}

}  // namespace gbs
