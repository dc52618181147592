// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/controllers/settings_controller.h"

#include <QActionGroup>
#include <QDesktopServices>
#include <QDir>
#include <QUrl>

#include "app/base/convert.h"
#include "app/base/task_queue.h"
#include "app/controllers/model_controller.h"
#include "app/controllers/phrase_controller.h"
#include "app/frame/main_window.h"
#include "app/settings/about_dialog.h"
#include "app/settings/language.h"
#include "app/settings/preferences_dialog.h"
#include "app/settings/shortcuts_dialog.h"
#include "core/base/error.h"
#include "core/base/paths.h"

namespace gbs::app {

namespace {

template <class Dialog>
void open(Dialog* dialog) {
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

}  // namespace

SettingsController::SettingsController(MainWindow& window, PhraseController& phrases, ModelController& model)
    : QObject(&window), window_(window), phrases_(phrases), model_(model), preferences_(load_preferences()) {
    build_actions();
    build_themes();
    connect(this, &SettingsController::preferences_changed, this, [this](const Preferences& set) {
        phrases_.set_typing_pause(set.map_while_typing ? set.typing_pause : 0);
        window_.action(QStringLiteral("view.keep_zoom"))->setChecked(set.keep_zoom);
        window_.explorer()->review()->set_annotator(set.annotator);
        window_.explorer()->model()->set_cache_bytes(static_cast<qint64>(set.map_cache) << 20);
    });
    QAction* const keep_zoom = window_.action(QStringLiteral("view.keep_zoom"));
    keep_zoom->setChecked(preferences_.keep_zoom);
    connect(keep_zoom, &QAction::toggled, this, [this](bool on) {
        preferences_ = load_preferences();  // the menu of devices writes one of them
        preferences_.keep_zoom = on;
        save_preferences(preferences_);
    });
    themes_[static_cast<std::size_t>(preferences_.theme)]->setChecked(true);
    widgets::apply_theme(preferences_.theme);
    QMetaObject::invokeMethod(
        this, [this] { Q_EMIT preferences_changed(preferences_); }, Qt::QueuedConnection);
}

void SettingsController::build_actions() {
    ActionRegistry* const actions = window_.action_registry();
    QMenu* const edit = window_.menu(MenuId::edit);
    edit->addSeparator();
    QAction* const preferences =
        actions->add(edit, QStringLiteral("edit.preferences"), tr("Pr&eferences…"),
                     {QKeySequence(Qt::CTRL | Qt::Key_Comma)}, {}, tr("Language, colors, memory and more"));
    preferences->setMenuRole(QAction::PreferencesRole);
    QMenu* const help = window_.menu(MenuId::help);
    QAction* const guide =
        actions->add(help, QStringLiteral("help.guide"), tr("&Guide"), {QKeySequence(Qt::CTRL | Qt::Key_F1)},
                     {}, tr("Opens the documentation: first steps, tasks, formats"));
    QAction* const shortcuts =
        actions->add(help, QStringLiteral("help.shortcuts"), tr("&Keyboard Shortcuts…"),
                     {QKeySequence(Qt::Key_F1)}, {}, tr("Search and change the shortcuts of all actions"));
    QAction* const diagnostics =
        actions->add(help, QStringLiteral("help.diagnostics"), tr("Copy &Diagnostics"),
                     {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D)}, {},
                     tr("Copies versions, devices, settings and the last log lines for a bug report"));
    help->addSeparator();
    QAction* const about = actions->add(help, QStringLiteral("help.about"), tr("&About GbS Explorer"),
                                        {QKeySequence(Qt::SHIFT | Qt::Key_F1)});
    about->setMenuRole(QAction::AboutRole);
    connect(preferences, &QAction::triggered, this, &SettingsController::show_preferences);
    connect(guide, &QAction::triggered, this, &SettingsController::open_guide);
    connect(shortcuts, &QAction::triggered, this, &SettingsController::show_shortcuts);
    connect(diagnostics, &QAction::triggered, this, &SettingsController::copy_diagnostics);
    connect(about, &QAction::triggered, this, &SettingsController::show_about);
}

void SettingsController::build_themes() {
    ActionRegistry* const actions = window_.action_registry();
    QMenu* const view = window_.menu(MenuId::view);
    view->addSeparator();
    QMenu* const menu = view->addMenu(tr("&Theme"));
    const auto add = [&](const char* id, const QString& text, Qt::Key key) {
        return actions->add_toggle(menu, QLatin1String(id), text, false,
                                   {QKeySequence(Qt::CTRL | Qt::Key_T, key)});
    };
    themes_ = {add("theme.system", tr("Follow &System"), Qt::Key_S),
               add("theme.light", tr("&Light"), Qt::Key_L), add("theme.dark", tr("&Dark"), Qt::Key_D)};
    auto* const group = new QActionGroup(this);
    for (std::size_t i = 0; i < themes_.size(); ++i) {
        group->addAction(themes_[i]);
        connect(themes_[i], &QAction::triggered, this,
                [this, i] { set_theme(static_cast<widgets::Theme>(i)); });
    }
}

void SettingsController::set_theme(widgets::Theme theme) {
    Preferences set = load_preferences();
    set.theme = theme;
    set_preferences(set);
}

void SettingsController::set_preferences(const Preferences& set) {
    const Preferences before = preferences_;
    preferences_ = set;
    save_preferences(set);
    themes_[static_cast<std::size_t>(set.theme)]->setChecked(true);
    if (set.theme != before.theme) widgets::apply_theme(set.theme);
    if (set.device != before.device || set.encoding_cache != before.encoding_cache) model_.reload();
    Q_EMIT preferences_changed(set);
    if (set.language == before.language) return;
    apply_language(set.language);
    Q_EMIT window_.rebuild_requested();
}

void SettingsController::show_preferences() {
    preferences_ = load_preferences();  // the menu of devices writes one of them
    auto* const dialog = new PreferencesDialog(preferences_, &window_);
    connect(dialog, &PreferencesDialog::preferences_changed, this, &SettingsController::set_preferences);
    run_in_background(
        dialog, [] { return list_devices(); },
        [dialog](const std::vector<DeviceInfo>& devices) { dialog->set_devices(devices); });
    open(dialog);
}

void SettingsController::open_guide() {
    try {
        const QString page = to_qstring(guide_page());
        if (!QDesktopServices::openUrl(QUrl::fromLocalFile(page)))
            window_.show_message(widgets::Severity::error,
                                 tr("No program opens %1").arg(QDir::toNativeSeparators(page)));
    } catch (const Error& error) {
        window_.show_message(widgets::Severity::error, QString::fromUtf8(error.what()));
    }
}

void SettingsController::show_shortcuts() {
    ActionRegistry* const actions = window_.action_registry();
    std::vector<Shortcut> list;
    for (const ActionRegistry::Entry& entry : actions->entries())
        list.push_back({entry.id, entry.text, entry.menu, entry.default_keys, entry.action->shortcuts()});
    auto* const dialog = new ShortcutsDialog(std::move(list), &window_);
    connect(dialog, &ShortcutsDialog::shortcuts_changed, actions,
            [actions](const std::vector<Shortcut>& shortcuts) {
                for (const Shortcut& shortcut : shortcuts)
                    if (actions->action(shortcut.id)->shortcuts() != shortcut.keys)
                        actions->set_keys(shortcut.id, shortcut.keys);
            });
    open(dialog);
}

DiagnosticsSource SettingsController::source() const {
    return {window_.explorer()->model()->info().value_or(ModelInfo()),
            window_.log()->text().split(QLatin1Char('\n'))};
}

void SettingsController::show_about() {
    open(new AboutDialog(source(), &window_));
}

void SettingsController::copy_diagnostics() {
    app::copy_diagnostics(source(), this, [this](const QString&) {
        window_.show_message(widgets::Severity::info,
                             tr("The diagnostics have been copied to the clipboard."));
    });
}

}  // namespace gbs::app
