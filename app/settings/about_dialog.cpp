// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/settings/about_dialog.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include "app/base/task_queue.h"
#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/paths.h"
#include "core/model/model_card.h"
#include "widgets/style/icons.h"

namespace gbs::app {

namespace {

QString versions() {
    QStringList lines{QStringLiteral("Qt ") + QString::fromLatin1(qVersion())};
    for (const auto& [name, version] : library_versions())
        lines << QString::fromStdString(name + " " + version);
    return lines.join(QLatin1Char('\n'));
}

QString device_text(const ModelInfo& model) {
    if (model.device.empty()) return AboutDialog::tr("none yet");
    const QString device = QString::fromStdString(model.device);
    if (model.device_reason.empty()) return device;
    return AboutDialog::tr("%1: %2").arg(device, QString::fromStdString(model.device_reason));
}

QLabel* make_value(const QString& text) {
    auto* const label = new QLabel(text);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

}  // namespace

void copy_diagnostics(const DiagnosticsSource& source, QObject* receiver,
                      std::function<void(const QString&)> done) {
    run_in_background(
        receiver, [source] { return diagnostics(source); },
        [done = std::move(done)](const QString& text) {
            QGuiApplication::clipboard()->setText(text);
            done(text);
        });
}

AboutDialog::AboutDialog(const DiagnosticsSource& source, QWidget* parent)
    : QDialog(parent),
      versions_(make_value(versions())),
      copy_(new QPushButton(tr("&Copy Diagnostics"))),
      notices_(new QPushButton(tr("Third-Party &Notices…"))) {
    setWindowTitle(tr("About GbS Explorer"));
    versions_->setObjectName(QStringLiteral("versions"));
    copy_->setObjectName(QStringLiteral("copy"));
    notices_->setObjectName(QStringLiteral("notices"));
    auto* const icon = new QLabel;
    icon->setPixmap(widgets::line_icon(QStringLiteral("gbs")).pixmap(QSize(64, 64), devicePixelRatioF()));
    auto* const title = new QLabel(tr("GbS Explorer %1").arg(QString::fromStdString(program_version())));
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 1.6);
    large.setBold(true);
    title->setFont(large);
    auto* const summary =
        make_value(tr("Shows where a phrase is in a photo. Trained only on photos and their captions."));
    auto* const form = new QFormLayout;
    form->setHorizontalSpacing(16);
    form->addRow(
        tr("Model"),
        make_value(source.model.name.empty() ? tr("none yet") : QString::fromStdString(source.model.name)));
    form->addRow(tr("Device"), make_value(device_text(source.model)));
    form->addRow(tr("Versions"), versions_);
    form->addRow(tr("License"), make_value(tr("Free software, GPL-3.0-or-later")));
    copy_->setToolTip(tr("Copies versions, devices, settings and the last log lines for a bug report"));
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->addButton(copy_, QDialogButtonBox::ActionRole);
    notices_->setToolTip(tr("Licenses and origins of the parts of other authors"));
    buttons->addButton(notices_, QDialogButtonBox::ActionRole);
    connect(notices_, &QPushButton::clicked, this, &AboutDialog::show_notices);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(copy_, &QPushButton::clicked, this, [this, source] { copy(source); });
    auto* const head = new QHBoxLayout;
    auto* const words = new QVBoxLayout;
    words->addWidget(title);
    words->addWidget(summary);
    head->addWidget(icon, 0, Qt::AlignTop);
    head->addSpacing(12);
    head->addLayout(words, 1);
    auto* const layout = new QVBoxLayout(this);
    layout->setSpacing(14);
    layout->addLayout(head);
    layout->addLayout(form);
    layout->addStretch();
    layout->addWidget(buttons);
    resize(520, sizeHint().height());
}

void AboutDialog::show_notices() {
    auto* const dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Third-Party Notices"));
    auto* const text = new QPlainTextEdit;
    text->setReadOnly(true);
    text->setLayoutDirection(Qt::LeftToRight);  // English, in every language of the window
    try {
        text->setPlainText(QString::fromStdString(read_text(notices_file())));
    } catch (const Error& error) {
        text->setPlainText(QString::fromUtf8(error.what()));
    }
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto* const layout = new QVBoxLayout(dialog);
    layout->addWidget(text);
    layout->addWidget(buttons);
    dialog->resize(820, 560);
    dialog->open();
}

void AboutDialog::copy(const DiagnosticsSource& source) {
    copy_->setEnabled(false);
    copy_->setText(tr("Collecting…"));
    copy_diagnostics(source, this, [this](const QString& text) {
        copy_->setEnabled(true);
        copy_->setText(tr("Copied"));
        Q_EMIT copied(text);
    });
}

}  // namespace gbs::app
