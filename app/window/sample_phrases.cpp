#include "app/window/sample_phrases.h"

#include <QFileInfo>
#include <QHash>

#include "app/window/convert.h"
#include "core/paths.h"

namespace gbs {

QStringList sample_phrases(const QString& path) {
    const auto list = [](const char* a, const char* b, const char* c) {
        return QStringList{QString::fromLatin1(a), QString::fromLatin1(b), QString::fromLatin1(c)};
    };
    // English, for that is what the model has learned from.
    static const QHash<QString, QStringList> known{
        {QStringLiteral("astronaut"), list("a smiling woman", "the flag", "a space shuttle")},
        {QStringLiteral("camera"), list("a camera on a tripod", "a man in a coat", "the grass")},
        {QStringLiteral("chelsea"), list("a cat", "the nose", "pointed ears")},
        {QStringLiteral("coffee"), list("a cup of coffee", "a spoon", "the wooden table")},
        {QStringLiteral("rocket"), list("a rocket", "the tower", "the sky")},
    };
    return known.value(QFileInfo(path).completeBaseName().toLower(), list("a person", "a dog", "the sky"));
}

QString sample_folder() {
    const QString folder = to_qstring(resources_folder() / "samples");
    return QFileInfo(folder).isDir() ? folder : QString();
}

}  // namespace gbs
