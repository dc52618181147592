// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/controllers/model_controller.h"

#include <QActionGroup>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

#include "app/base/convert.h"
#include "app/base/task_queue.h"
#include "app/frame/main_window.h"
#include "app/session/model_factory.h"
#include "app/settings/model_card_dialog.h"
#include "app/settings/preferences.h"
#include "core/base/error.h"
#include "core/base/paths.h"

namespace gbs::app {

namespace {

QString default_path() {
    try {
        return QFileInfo(to_qstring(default_model())).canonicalFilePath();
    } catch (const Error&) {
        return {};  // reported when the user loads it
    }
}

}  // namespace

ModelController::ModelController(MainWindow& window)
    : QObject(&window), window_(window), explorer_(*window.explorer()) {
    build_menu();
    connect(&explorer_, &Explorer::model_ready, this, &ModelController::adopt);
    card_->setEnabled(false);
    if (explorer_.model()->info()) adopt(*explorer_.model()->info());
}

void ModelController::build_menu() {
    ActionRegistry* const actions = window_.action_registry();
    QMenu* const menu = window_.menu(MenuId::model);
    default_ = actions->add_toggle(menu, QStringLiteral("model.default"), tr("&Default Model"), false,
                                   {QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_M)}, {},
                                   tr("The model installed with the program"));
    QAction* const open = actions->add(menu, QStringLiteral("model.open"), tr("&Open Model…"),
                                       {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M)}, {},
                                       tr("Load another checkpoint and ground the phrases again"));
    recent_menu_ = menu->addMenu(tr("&Recent Models"));
    recent_menu_->setObjectName(QStringLiteral("model.recent"));
    menu->addSeparator();
    build_compare_menu(menu->addMenu(tr("&Compare With")));
    menu->addSeparator();
    card_ = actions->add(menu, QStringLiteral("model.card"), tr("&Model Card…"),
                         {QKeySequence(Qt::CTRL | Qt::Key_I)}, QStringLiteral("info"),
                         tr("Training data, accuracy and architecture of the model"));
    device_menu_ = menu->addMenu(tr("De&vice"));
    device_menu_->setObjectName(QStringLiteral("model.devices"));
    device_menu_->setToolTipsVisible(true);
    connect(default_, &QAction::triggered, this, [this] {
        // The check mark shows the loaded model, not the click.
        default_->setChecked(current_path() == default_path());
        load({});
    });
    connect(open, &QAction::triggered, this, [this] {
        const QString path = ask_file(tr("Open a model"));
        if (!path.isEmpty()) load(path);
    });
    connect(card_, &QAction::triggered, this, &ModelController::show_card);
    connect(recent_menu_, &QMenu::aboutToShow, this, [this] { fill_recent(recent_menu_, false); });
    connect(device_menu_, &QMenu::aboutToShow, this, [this] {
        fill_devices();
        ask_devices();
    });
    fill_devices();
}

void ModelController::build_compare_menu(QMenu* menu) {
    ActionRegistry* const actions = window_.action_registry();
    QAction* const with_default =
        actions->add(menu, QStringLiteral("model.compare_default"), tr("&Default Model"),
                     {QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_B)}, {},
                     tr("Compare the current model with the default model as side B"));
    QAction* const open = actions->add(menu, QStringLiteral("model.compare"), tr("&Open Model…"),
                                       {QKeySequence(Qt::CTRL | Qt::Key_B)}, {},
                                       tr("Compare the current model with a checkpoint as side B"));
    QMenu* const recent = menu->addMenu(tr("&Recent Models"));
    connect(with_default, &QAction::triggered, this, [this] { compare_with({}); });
    connect(open, &QAction::triggered, this, [this] {
        const QString path = ask_file(tr("Compare with a model"));
        if (!path.isEmpty()) compare_with(path);
    });
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { fill_recent(recent, true); });
}

QString ModelController::current_path() const {
    const auto& info = explorer_.model()->info();
    return info ? QFileInfo(to_qstring(info->path)).canonicalFilePath() : QString();
}

void ModelController::load(const QString& path) {
    const Preferences set = load_preferences();
    explorer_.load_model(model_factory(path, set.device, set.encoding_cache));
}

void ModelController::compare_with(const QString& path) {
    const Preferences set = load_preferences();
    explorer_.load_other_model(model_factory(path, set.device, set.encoding_cache));
    if (!path.isEmpty()) recent_.add(path);
}

void ModelController::reload() {
    const auto& info = explorer_.model()->info();
    load(info ? to_qstring(info->path) : QString());
}

void ModelController::adopt(const ModelInfo& info) {
    const bool is_default = current_path() == default_path();
    default_->setChecked(is_default);
    card_->setEnabled(!info.path.empty());
    if (!is_default && !info.path.empty()) recent_.add(to_qstring(info.path));
    fill_devices();
}

void ModelController::fill_recent(QMenu* menu, bool compare) {
    menu->clear();
    for (const QString& path : recent_.paths()) {
        if (!QFileInfo::exists(path)) continue;
        QAction* const action = menu->addAction(
            QFileInfo(path).completeBaseName().replace(QLatin1Char('&'), QStringLiteral("&&")));
        action->setToolTip(QDir::toNativeSeparators(path));
        connect(action, &QAction::triggered, this,
                [this, path, compare] { compare ? compare_with(path) : load(path); });
    }
    menu->setToolTipsVisible(true);
    if (menu->isEmpty()) menu->addAction(tr("None yet"))->setEnabled(false);
}

QString ModelController::ask_file(const QString& title) const {
    const QString at = current_path();
    const QString ending = QStringLiteral("safetensors");
    const QString path =
        QFileDialog::getOpenFileName(&window_, title, QFileInfo(at).absolutePath(),
                                     tr("Models (%1);;All files (*)").arg(QStringLiteral("*.") + ending));
    if (path.isEmpty() || QFileInfo(path).suffix() == ending) return path;
    window_.show_message(widgets::Severity::error,
                         tr("%1: Not a model file (.safetensors).").arg(QFileInfo(path).fileName()));
    return {};
}

void ModelController::show_card() {
    const QString path = current_path().isEmpty() && explorer_.model()->info()
                             ? to_qstring(explorer_.model()->info()->path)
                             : current_path();
    run_in_background(
        this, [path] { return read_model_card(to_path(path)); },
        [this, path](const ModelCard& card) {
            auto* const dialog = new ModelCardDialog(path, card, &window_);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            dialog->show();
        },
        [this](const QString& reason) { window_.show_message(widgets::Severity::error, reason); });
}

void ModelController::ask_devices() {
    if (asking_) return;
    asking_ = true;
    run_in_background(
        this, [] { return list_devices(); },
        [this](const std::vector<DeviceInfo>& devices) {
            asking_ = false;
            devices_ = devices;
            fill_devices();
        });
}

void ModelController::fill_devices() {
    device_menu_->clear();
    const QString preferred = load_preferences().device;
    auto* const group = new QActionGroup(device_menu_);
    const auto add = [&](const QString& device, const QString& text, const QString& tip, bool usable) {
        QAction* const action = device_menu_->addAction(text);
        action->setCheckable(true);
        action->setChecked(device == preferred);
        action->setEnabled(usable);
        action->setToolTip(tip);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, device] { choose_device(device); });
    };
    const auto& info = explorer_.model()->info();
    add(QStringLiteral("auto"),
        info && preferred == QStringLiteral("auto")
            ? tr("&Automatic (%1)").arg(QString::fromStdString(info->device))
            : tr("&Automatic"),
        tr("The first usable GPU, else the CPU"), true);
    device_menu_->addSeparator();
    if (devices_.empty()) device_menu_->addAction(tr("Looking for devices…"))->setEnabled(false);
    for (const DeviceInfo& device : devices_) {
        const QString reason = QString::fromStdString(device.reason);
        add(QString::fromStdString(device.name),
            tr("%1: %2").arg(QString::fromStdString(device.name),
                             device.usable ? QString::fromStdString(device.description) : reason),
            reason, device.usable);
    }
}

void ModelController::choose_device(const QString& device) {
    Preferences set = load_preferences();
    set.device = device;
    save_preferences(set);
    reload();
}

}  // namespace gbs::app
