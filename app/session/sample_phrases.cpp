// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/session/sample_phrases.h"

#include <QFileInfo>

#include "app/base/convert.h"
#include "core/base/error.h"
#include "core/base/paths.h"
#include "core/data/phrase_list.h"

namespace gbs::app {

QStringList sample_phrases(const QString& path) {
    QStringList phrases;
    try {
        const PhraseList list = read_phrase_list(resources_folder() / "samples" / "phrases.tsv");
        for (const ListedPhrase& listed : list.phrases)
            if (QString::fromStdString(listed.photo) == QFileInfo(path).fileName())
                phrases << QString::fromStdString(listed.phrase);
    } catch (const Error&) {
        // Fall back to the common suggestions.
    }
    // Not translated: the model was trained on English captions.
    if (phrases.isEmpty())
        phrases << QStringLiteral("a person") << QStringLiteral("a dog") << QStringLiteral("the sky");
    return phrases;
}

QString sample_folder() {
    const QString folder = to_qstring(resources_folder() / "samples");
    return QFileInfo(folder).isDir() ? folder : QString();
}

}  // namespace gbs::app
