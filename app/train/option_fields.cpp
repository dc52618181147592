// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/train/option_fields.h"

#include <QCoreApplication>

#include "app/train/option_labels.h"

namespace gbs::app {

namespace {

struct OptionWords {
    Q_DECLARE_TR_FUNCTIONS(OptionWords)

 public:
    static QString general() { return tr("General"); }

    /// What most runs set, in the words of the user.
    static QString basic_label(const QString& key) {
        if (key == QStringLiteral("data.images")) return tr("Photos");
        if (key == QStringLiteral("data.captions")) return tr("Captions");
        if (key == QStringLiteral("initial_checkpoint")) return tr("Start from the model");
        if (key == QStringLiteral("steps")) return tr("Length");
        return {};
    }
    /// In words; of an option without any, "some_option": "Some option".
    static QString label(const QString& key) {
        if (const QString known = option_label(key); !known.isEmpty()) return known;
        QString words = key.section(QLatin1Char('.'), -1).replace(QLatin1Char('_'), QLatin1Char(' '));
        words[0] = words[0].toUpper();
        return words;
    }

    /// The unit of a number, which the form shows next to it.
    static QString unit(const QString& key) {
        const auto ends = [&](const char* word) { return key.endsWith(QLatin1String(word)); };
        if (key.startsWith(QStringLiteral("alpha.")) && ends(".share")) return tr("%");
        if (ends("input_size")) return tr("pixels");
        if (ends("steps") || ends(".every") || ends("decay_every") || ends("warmup")) return tr("steps");
        if (ends(".workers")) return tr("threads");
        if (key == QStringLiteral("batch")) return tr("pairs");
        return {};
    }
};

widgets::OptionField::Type type_of(const OptionInfo& info) {
    switch (info.type) {
        case OptionInfo::Type::boolean:
            return widgets::OptionField::Type::boolean;
        case OptionInfo::Type::integer:
            return widgets::OptionField::Type::integer;
        case OptionInfo::Type::real:
            return widgets::OptionField::Type::real;
        case OptionInfo::Type::choice:
            return widgets::OptionField::Type::choice;
        case OptionInfo::Type::text:
            break;
    }
    for (const char* folder : {"data.images", "validation.images", "data.cache"})
        if (info.key == folder) return widgets::OptionField::Type::folder;
    for (const char* file :
         {"data.captions", "data.split", "validation.phrases", "initial_checkpoint", "distill.model"})
        if (info.key == file) return widgets::OptionField::Type::file;
    return widgets::OptionField::Type::text;
}

}  // namespace

QVector<widgets::OptionField> option_fields(const OptionSet& values, const OptionSet& standard) {
    QVector<widgets::OptionField> fields;
    for (const OptionInfo& info : values.infos()) {
        widgets::OptionField field;
        field.key = QString::fromStdString(info.key);
        const QString group = field.key.section(QLatin1Char('.'), 0, -2);
        field.group = group.isEmpty() ? OptionWords::general() : group;
        const QString basic = OptionWords::basic_label(field.key);
        field.basic = !basic.isEmpty();
        field.label = field.basic ? basic : OptionWords::label(field.key);
        field.type = type_of(info);
        field.unit = OptionWords::unit(field.key);
        field.minimum = info.minimum;
        field.maximum = info.maximum;
        field.default_value = QString::fromStdString(standard.get(info.key));
        field.doc = QString::fromStdString(info.usage);
        field.value = QString::fromStdString(values.get(info.key));
        for (const std::string& choice : info.choices) field.choices << QString::fromStdString(choice);
        fields << field;
    }
    return fields;
}

}  // namespace gbs::app
