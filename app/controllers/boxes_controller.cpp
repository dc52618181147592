// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/controllers/boxes_controller.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>

#include "app/frame/main_window.h"

namespace gbs::app {

BoxesController::BoxesController(MainWindow& window)
    : QObject(&window), window_(window), explorer_(*window.explorer()) {
    ActionRegistry* const actions = window_.action_registry();
    QMenu* const file = window_.menu(MenuId::file);
    file->addSeparator();
    const auto add = [&](QMenu* menu, const char* id, const QString& text, const QList<QKeySequence>& keys,
                         const QString& tip, auto what) {
        QAction* const action = actions->add(menu, QString::fromLatin1(id), text, keys, {}, tip);
        connect(action, &QAction::triggered, this, what);
        return action;
    };
    add(file, "file.open_truth", tr("Open &Ground Truth…"), {QKeySequence(Qt::CTRL | Qt::Key_G)},
        tr("A table of phrases and boxes (TSV), or a file in a folder of annotations of another tool"),
        [this] { open_truth_dialog(); });
    close_truth_ = add(file, "file.close_truth", tr("Close Ground &Truth"), {}, {},
                       [this] { explorer_.truth()->close(); });
    add(file, "file.open_detector", tr("Open &Detector Boxes…"), {QKeySequence(Qt::CTRL | Qt::Key_D)},
        tr("The boxes of a detector: JSONL or COCO JSON"), [this] { open_detector_dialog(); });
    add(file, "file.open_detector_folder", tr("Open &Annotations of a Detector…"), {},
        tr("A folder of annotations of labelme, YOLO, Pascal VOC and others, as boxes of a detector"),
        [this] { open_detector_folder_dialog(); });
    close_detector_ = add(file, "file.close_detector", tr("Close Detector &Boxes"), {}, {},
                          [this] { explorer_.detector()->close(); });
    QMenu* const phrase = window_.menu(MenuId::phrase);
    phrase->addSeparator();
    add_phrases_ = add(phrase, "phrase.add_truth", tr("Add the Phrases of the &Ground Truth"),
                       {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_G)},
                       tr("Add all phrases of the ground truth for this photo"),
                       [this] { explorer_.add_phrases(explorer_.truth()->phrases(explorer_.photo())); });
    connect(explorer_.truth(), &GroundTruth::changed, this, &BoxesController::refresh);
    connect(explorer_.detector(), &DetectorSource::changed, this, &BoxesController::refresh);
    connect(explorer_.browser(), &PhotoBrowser::photo_shown, this, &BoxesController::refresh);
    connect(&explorer_, &Explorer::annotations_dropped, this, &BoxesController::ask_about);
    refresh();
}

void BoxesController::refresh() {
    close_truth_->setEnabled(!explorer_.truth()->file().isEmpty());
    close_detector_->setEnabled(explorer_.detector()->is_open());
    add_phrases_->setEnabled(!explorer_.truth()->phrases(explorer_.photo()).isEmpty());
}

void BoxesController::open_truth_dialog() {
    const QString file = QFileDialog::getOpenFileName(
        &window_, tr("Open ground truth"), QFileInfo(explorer_.photo().path).absolutePath(),
        tr("Phrases and boxes (%1);;All files (*)").arg(QStringLiteral("*.tsv *.json *.xml *.txt")));
    if (!file.isEmpty()) explorer_.truth()->open(file);
}

void BoxesController::open_detector_dialog() {
    // COCO results identify images and categories by number; the instances file maps them to names.
    const QStringList files = QFileDialog::getOpenFileNames(
        &window_, tr("Open detector boxes (COCO results together with their instances file)"),
        QFileInfo(explorer_.photo().path).absolutePath(),
        tr("Boxes (%1);;All files (*)").arg(QStringLiteral("*.jsonl *.json *.xml *.csv")));
    explorer_.detector()->open(files);
}

void BoxesController::open_detector_folder_dialog() {
    const QString folder =
        QFileDialog::getExistingDirectory(&window_, tr("Open a folder of annotations as boxes of a detector"),
                                          QFileInfo(explorer_.photo().path).absolutePath());
    if (!folder.isEmpty()) explorer_.detector()->open({folder});
}

void BoxesController::ask_about(const AnnotatedFolder& folder) {
    auto* const box = new QMessageBox(
        QMessageBox::Question, tr("Folder of Annotations"),
        tr("%1 has annotations of %2.").arg(QDir::toNativeSeparators(folder.path), folder.format),
        QMessageBox::NoButton, &window_);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(tr("What do you want to open?"));
    const auto offer = [&](const QString& text, const char* name, auto open) {
        QPushButton* const button = box->addButton(text, QMessageBox::AcceptRole);
        button->setObjectName(QLatin1String(name));
        connect(button, &QPushButton::clicked, this, open);
        return button;
    };
    QPushButton* photos = nullptr;
    if (folder.photos > 0)
        photos = offer(tr("&Photos (%1)").arg(QLocale().toString(folder.photos)), "open_photos",
                       [this, path = folder.path] { explorer_.open({path}); });
    QPushButton* const truth = offer(tr("&Ground Truth"), "open_truth",
                                     [this, path = folder.path] { explorer_.truth()->open(path); });
    offer(tr("&Detector Boxes"), "open_detector",
          [this, path = folder.path] { explorer_.detector()->open({path}); });
    box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(photos ? photos : truth);
    box->open();
}

}  // namespace gbs::app
