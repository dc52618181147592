// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/settings/model_card_dialog.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QHeaderView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLocale>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace gbs::app {

namespace {

using Lines = std::vector<std::pair<QString, QString>>;

QString find(const std::map<std::string, std::string>& values, const std::string& key) {
    const auto found = values.find(key);
    return found == values.end() ? QString() : QString::fromStdString(found->second);
}

QString percent(const QJsonValue& value) {
    return ModelCardDialog::tr("%1 %").arg(QLocale().toString(value.toDouble(), 'f', 1));
}

/// Adds the results of the last validation during training.
void add_training(const ModelCard& card, Lines& lines) {
    const QJsonObject training = QJsonDocument::fromJson(find(card.notes, "gbs.training").toUtf8()).object();
    const QJsonObject validation = training.value(QStringLiteral("validation")).toObject();
    const QJsonValue mean = validation.value(QStringLiteral("mean"));
    const QJsonValue phrases = validation.value(QStringLiteral("phrases"));
    if (mean.isDouble()) {
        lines.emplace_back(ModelCardDialog::tr("Pointing accuracy"),
                           ModelCardDialog::tr("%1 (GbS %2, i2t %3)")
                               .arg(percent(mean), percent(validation.value(QStringLiteral("gbs"))),
                                    percent(validation.value(QStringLiteral("i2t")))));
        if (validation.contains(QStringLiteral("center")))
            lines.emplace_back(ModelCardDialog::tr("Center baseline"),
                               percent(validation.value(QStringLiteral("center"))));
    }
    if (phrases.isDouble())
        lines.emplace_back(ModelCardDialog::tr("Validated on"),
                           ModelCardDialog::tr("%n phrase(s)", nullptr, phrases.toInt()));
    if (training.value(QStringLiteral("step")).isDouble())
        lines.emplace_back(ModelCardDialog::tr("Training steps"),
                           QLocale().toString(training.value(QStringLiteral("step")).toInt()));
}

QTreeWidget* make_table(const ModelCard& card) {
    auto* const table = new QTreeWidget;
    table->setHeaderLabels({ModelCardDialog::tr("Entry"), ModelCardDialog::tr("Value")});
    table->setAlternatingRowColors(true);
    table->setAccessibleName(ModelCardDialog::tr("All metadata in the file"));
    const auto add = [table](const QString& title, const std::map<std::string, std::string>& values) {
        if (values.empty()) return;
        auto* const group = new QTreeWidgetItem(table, {title});
        group->setFirstColumnSpanned(true);
        for (const auto& [key, value] : values) {
            auto* const item = new QTreeWidgetItem(
                group, {QString::fromStdString(key), QString::fromStdString(value).simplified()});
            item->setToolTip(1, QString::fromStdString(value));
        }
    };
    add(ModelCardDialog::tr("Options"), card.options);
    add(ModelCardDialog::tr("Notes"), card.notes);
    table->expandAll();
    table->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    return table;
}

}  // namespace

Lines card_summary(const ModelCard& card) {
    Lines lines;
    const auto add = [&lines](const QString& name, const QString& value) {
        if (!value.isEmpty()) lines.emplace_back(name, value);
    };
    add(ModelCardDialog::tr("Trained on"), find(card.notes, "data"));
    add_training(card, lines);
    add(ModelCardDialog::tr("Image encoder"), find(card.options, "model.image_encoder"));
    add(ModelCardDialog::tr("Text encoder"), find(card.options, "model.text_encoder"));
    const QString side = find(card.options, "model.input_size");
    if (!side.isEmpty()) add(ModelCardDialog::tr("Input"), ModelCardDialog::tr("%1 × %1 pixels").arg(side));
    add(ModelCardDialog::tr("Parameters"), QLocale().toString(static_cast<qlonglong>(card.parameters)));
    add(ModelCardDialog::tr("File size"), QLocale().formattedDataSize(static_cast<qint64>(card.bytes)));
    return lines;
}

ModelCardDialog::ModelCardDialog(const QString& path, const ModelCard& card, QWidget* parent)
    : QDialog(parent) {
    const QString name = QFileInfo(path).completeBaseName();
    setWindowTitle(tr("Model %1").arg(name));
    auto* const title = new QLabel(name);
    title->setTextFormat(Qt::PlainText);
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    large.setBold(true);
    title->setFont(large);
    auto* const where = new QLabel(QDir::toNativeSeparators(path));
    where->setTextFormat(Qt::PlainText);
    where->setWordWrap(true);
    where->setForegroundRole(QPalette::PlaceholderText);
    auto* const form = new QFormLayout;
    form->setHorizontalSpacing(18);
    for (const auto& [label, value] : card_summary(card)) {
        auto* const text = new QLabel(value);
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
        text->setAccessibleName(label);
        form->addRow(label, text);
    }
    for (int row = 0; row < form->rowCount(); ++row)
        form->itemAt(row, QFormLayout::LabelRole)->widget()->setForegroundRole(QPalette::PlaceholderText);
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* const layout = new QVBoxLayout(this);
    layout->addWidget(title);
    layout->addWidget(where);
    layout->addSpacing(8);
    layout->addLayout(form);
    layout->addSpacing(8);
    layout->addWidget(make_table(card), 1);
    layout->addWidget(buttons);
    for (QLabel* const label : findChildren<QLabel*>())
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    resize(620, 640);
}

}  // namespace gbs::app
