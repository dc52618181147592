// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/controllers/review_controller.h"

#include <QCloseEvent>
#include <QDir>
#include <QDockWidget>
#include <QFileInfo>
#include <QMessageBox>
#include <QSet>
#include <QSettings>
#include <QShortcut>

#include "app/controllers/canvas_controller.h"
#include "app/controllers/images_controller.h"
#include "app/frame/main_window.h"
#include "app/review/review_agreement.h"
#include "app/settings/preferences.h"
#include "widgets/review/review_statistics_dialog.h"
#include "widgets/style/bidi.h"

namespace gbs::app {

namespace {

const QString after_key = QStringLiteral("review/after_verdict");
// Pauses in milliseconds before a change is shown; changes within the pause are shown together.
constexpr int statistics_pause = 300;
constexpr int badges_pause = 50;

QList<QKeySequence> keys(std::initializer_list<QKeyCombination> combinations) {
    QList<QKeySequence> list;
    for (const QKeyCombination combination : combinations) list << QKeySequence(combination);
    return list;
}

widgets::CanvasMark to_mark(const widgets::Truth& truth) {
    if (truth.is_polygon()) return {widgets::CanvasMark::Kind::polygon, truth.corners};
    if (truth.is_box) return {widgets::CanvasMark::Kind::box, {truth.first, truth.last}};
    return {widgets::CanvasMark::Kind::point, {truth.first}};
}

widgets::Truth to_truth(const widgets::CanvasMark& mark) {
    switch (mark.kind) {
        case widgets::CanvasMark::Kind::polygon:
            return widgets::Truth::polygon(mark.points);
        case widgets::CanvasMark::Kind::box:
            return widgets::Truth::box(QRect(mark.points[0], mark.points[1]));
        case widgets::CanvasMark::Kind::point:
            break;
    }
    return widgets::Truth::point(mark.points[0]);
}

}  // namespace

ReviewController::ReviewController(MainWindow& window, ImagesController& images, CanvasController& canvas)
    : QObject(&window),
      window_(window),
      images_(images),
      canvas_(canvas),
      explorer_(*window.explorer()),
      session_(*explorer_.review()),
      panel_(new widgets::ReviewPanel) {
    session_.set_annotator(load_preferences().annotator);
    dock_ = window_.add_dock(QStringLiteral("review"), tr("Review"), panel_);
    badges_timer_.setSingleShot(true);
    badges_timer_.setInterval(badges_pause);
    connect(&badges_timer_, &QTimer::timeout, this, &ReviewController::show_badges);
    statistics_timer_.setSingleShot(true);
    statistics_timer_.setInterval(statistics_pause);
    connect(&statistics_timer_, &QTimer::timeout, this, &ReviewController::refresh_statistics);
    build_actions();
    window_.menu(MenuId::review)->addSeparator();
    exports_ = new ReviewExportActions(window_);
    panel_->set_after_verdict(static_cast<widgets::AfterVerdict>(QSettings().value(after_key).toInt()));
    connect_panel();
    connect_session();
    window_.installEventFilter(this);
    open_folders();
    show_subject();
}

QAction* ReviewController::add(const char* id, const QString& text, const QList<QKeySequence>& keys,
                               const QString& icon, const QString& tip, std::function<void()> what) {
    QAction* const action = window_.action_registry()->add(window_.menu(MenuId::review),
                                                           QString::fromLatin1(id), text, keys, icon, tip);
    connect(action, &QAction::triggered, this, std::move(what));
    return action;
}

void ReviewController::build_actions() {
    // Plain digits are quick in long labeling sessions. A focused text field consumes them, so every action
    // has a second shortcut that works there too.
    verdicts_ = {
        add("review.right", tr("&Correct"), keys({Qt::Key_1, Qt::ALT | Qt::Key_1}), QStringLiteral("right"),
            tr("The map shows where the phrase is"), [this] { judge(widgets::Verdict::right); }),
        add("review.wrong", tr("&Incorrect"), keys({Qt::Key_2, Qt::ALT | Qt::Key_2}), QStringLiteral("wrong"),
            tr("The phrase is in the photo, but the map points elsewhere"),
            [this] { judge(widgets::Verdict::wrong); }),
        add("review.unsure", tr("&Unsure"), keys({Qt::Key_3, Qt::ALT | Qt::Key_3}), QStringLiteral("unsure"),
            tr("Cannot be decided"), [this] { judge(widgets::Verdict::unsure); }),
        add("review.absent", tr("&Absent"), keys({Qt::Key_4, Qt::ALT | Qt::Key_4}), QStringLiteral("absent"),
            tr("The phrase is not in the photo"), [this] { judge(widgets::Verdict::absent); }),
        add("review.clear", tr("&Clear Verdict and Note"), keys({Qt::Key_0, Qt::ALT | Qt::Key_0}), {}, {},
            [this] { clear(); })};
    const auto show_keys = [this] {
        std::array<QString, 5> names;
        for (std::size_t i = 0; i < names.size(); ++i)
            names[i] = verdicts_[i]->shortcut().toString(QKeySequence::NativeText);
        panel_->set_keys(names);
    };
    for (QAction* const action : verdicts_) connect(action, &QAction::changed, panel_, show_keys);
    show_keys();
    window_.menu(MenuId::review)->addSeparator();
    add("review.note", tr("Write a &Note"), keys({Qt::Key_N}), {}, {}, [this] {
        dock_->show();
        dock_->raise();
        panel_->focus_note();
    });
    point_ = add("review.mark_point", tr("Mark a &Point"), keys({Qt::Key_P}), QStringLiteral("mark-point"),
                 tr("Click the true location in the photo"), [this] {
                     set_tool(point_->isChecked() ? widgets::TruthTool::point : widgets::TruthTool::none);
                 });
    box_ = add("review.mark_box", tr("Mark a &Box"), keys({Qt::Key_B}), QStringLiteral("mark-box"),
               tr("Draw a box around the true location in the photo"),
               [this] { set_tool(box_->isChecked() ? widgets::TruthTool::box : widgets::TruthTool::none); });
    polygon_ = add(
        "review.mark_polygon", tr("Mark a Pol&ygon"), keys({Qt::Key_Y}), QStringLiteral("mark-polygon"),
        tr("Click the corners around the true location in the photo"),
        [this] { set_tool(polygon_->isChecked() ? widgets::TruthTool::polygon : widgets::TruthTool::none); });
    polygon_->setCheckable(true);
    // Escape goes back to panning, and lets go of the selected mark.
    auto* const pan = new QShortcut(QKeySequence(Qt::Key_Escape), window_.canvas());
    pan->setContext(Qt::WidgetWithChildrenShortcut);
    connect(pan, &QShortcut::activated, this, [this] {
        if (panel_->truths()->tool() == widgets::TruthTool::none) panel_->truths()->set_current(-1);
        set_tool(widgets::TruthTool::none);
    });
    point_->setCheckable(true);
    box_->setCheckable(true);
    add("review.mark_peak", tr("Use Model Pea&k as Ground Truth"), keys({Qt::SHIFT | Qt::Key_P}),
        QStringLiteral("mark-peak"), tr("Mark the peak of the mean map as the true location"),
        [this] { mark_peak(); });
    window_.menu(MenuId::review)->addSeparator();
    add("review.next_unjudged", tr("Next Photo Without a &Verdict"), keys({Qt::SHIFT | Qt::Key_PageDown}), {},
        {}, [this] { go_to_unjudged(); });
    add("review.statistics", tr("&Statistics…"), keys({Qt::CTRL | Qt::SHIFT | Qt::Key_S}), {},
        tr("Accuracy and hits by model and by phrase"), [this] { show_statistics(); });
}

void ReviewController::connect_panel() {
    connect(panel_, &widgets::ReviewPanel::verdict_given, this, &ReviewController::judge);
    connect(panel_, &widgets::ReviewPanel::clear_requested, this, &ReviewController::clear);
    connect(panel_, &widgets::ReviewPanel::note_edited, this,
            [this](const QString& note) { session_.set_note(shown_, note); });
    connect(panel_, &widgets::ReviewPanel::retry_requested, &session_, &ReviewSession::retry);
    connect(panel_, &widgets::ReviewPanel::statistics_requested, this, &ReviewController::show_statistics);
    connect(panel_, &widgets::ReviewPanel::after_verdict_changed, this,
            [](widgets::AfterVerdict what) { QSettings().setValue(after_key, static_cast<int>(what)); });
    widgets::TruthPanel* const truths = panel_->truths();
    connect(truths, &widgets::TruthPanel::tool_changed, this, &ReviewController::set_tool);
    connect(truths, &widgets::TruthPanel::truth_added, this,
            [this](const widgets::Truth& truth) { session_.add_truth(shown_, truth); });
    connect(truths, &widgets::TruthPanel::truth_changed, this,
            [this](int index, const widgets::Truth& truth) { session_.change_truth(shown_, index, truth); });
    connect(truths, &widgets::TruthPanel::truth_removed, this,
            [this](int index) { session_.remove_truth(shown_, index); });
    connect(truths, &widgets::TruthPanel::peak_requested, this, &ReviewController::mark_peak);
    connect(truths, &widgets::TruthPanel::current_changed, this, &ReviewController::show_marks);
    connect_canvas();
    connect(&window_, &MainWindow::saving, panel_, &widgets::ReviewPanel::flush_note);
    connect(exports_, &ReviewExportActions::exporting, panel_, &widgets::ReviewPanel::flush_note);
}

void ReviewController::connect_canvas() {
    widgets::HeatmapCanvas* const canvas = window_.canvas();
    widgets::TruthPanel* const truths = panel_->truths();
    connect(canvas, &widgets::HeatmapCanvas::polygon_marked, this,
            [this](const QVector<QPoint>& corners) { mark(widgets::Truth::polygon(corners)); });
    connect(canvas, &widgets::HeatmapCanvas::mark_selected, truths, &widgets::TruthPanel::set_current);
    connect(canvas, &widgets::HeatmapCanvas::mark_changed, this,
            [this](int index, const widgets::CanvasMark& mark) {
                if (problem().isEmpty()) session_.change_truth(shown_, index, to_truth(mark));
            });
    connect(canvas, &widgets::HeatmapCanvas::mark_removed, this, [this](int index) {
        if (problem().isEmpty()) session_.remove_truth(shown_, index);
    });
    connect(canvas, &widgets::HeatmapCanvas::point_marked, this,
            [this](QPoint pixel) { mark(widgets::Truth::point(pixel)); });
    connect(canvas, &widgets::HeatmapCanvas::box_marked, this,
            [this](QRect pixels) { mark(widgets::Truth::box(pixels)); });
    // Digits judge: in a text field they would become text.
    connect(window_.workspaces(), &Workspaces::changed, canvas, [canvas](Workspace workspace) {
        if (workspace != Workspace::review) return;
        const std::size_t shown = canvas->tile(0)->isHidden() ? 1 : 0;
        canvas->tile(shown)->view()->setFocus(Qt::OtherFocusReason);
    });
}

void ReviewController::connect_session() {
    connect(&session_, &ReviewSession::opened, this, [this] {
        show_subject();
        badges_timer_.start();
    });
    connect(&session_, &ReviewSession::refused, this, [this](const QString&, const QString& reason) {
        show_subject();
        window_.show_message(widgets::Severity::error, reason);
    });
    connect(&session_, &ReviewSession::model_changed, this, [this] {
        show_subject();
        badges_timer_.start();
    });
    connect(&session_, &ReviewSession::annotator_changed, this, [this] {
        show_subject();
        badges_timer_.start();
    });
    connect(&session_, &ReviewSession::changed, this, [this](const QString& path) {
        images_.images()->set_verdict(path, session_.summary(path));
        show_subject();
        record_peaks();
    });
    connect(&session_, &ReviewSession::updated, this, [this] {
        // Peaks are not recorded anew: two windows whose peaks differ would answer each other forever.
        show_subject();
        badges_timer_.start();
    });
    connect(&session_, &ReviewSession::revisited, this, &ReviewController::revisit);
    connect(&session_, &ReviewSession::save_state_changed, this, &ReviewController::show_saved);
    connect(&session_, &ReviewSession::message, this,
            [this](const QString& text) { window_.show_message(widgets::Severity::warning, text); });
    connect(&explorer_, &Explorer::current_phrase_changed, this, &ReviewController::show_subject);
    connect(&explorer_, &Explorer::layers_changed, this, [this] {
        show_subject();
        record_peaks();
    });
    connect(explorer_.browser(), &PhotoBrowser::images_found, this, &ReviewController::open_folders);
    connect(explorer_.browser(), &PhotoBrowser::photo_shown, this, [this](const Photo& photo) {
        session_.open_folder(ReviewSession::folder_of(photo.path));
        if (const int row = explorer_.phrases()->find_row(std::exchange(wanted_phrase_, {})); row >= 0)
            explorer_.set_current_phrase(row);
        show_subject();
    });
}

void ReviewController::open_folders() {
    // Avoid QFileInfo: there may be fifty thousand paths.
    QSet<QString> folders;
    for (const QString& path : explorer_.browser()->images())
        folders.insert(path.left(path.lastIndexOf(QLatin1Char('/'))));
    folders_ = folders.values();
    for (const QString& path : folders_) session_.open_folder(path);
    badges_timer_.start();
}

void ReviewController::show_badges() {
    if (session_.model().empty()) return;  // being identified: keep the badges of the previous model
    QHash<QString, widgets::VerdictSummary> verdicts;
    for (const QString& path : folders_) verdicts.insert(session_.summaries(path));
    images_.images()->set_verdicts(verdicts);
}

ReviewSubject ReviewController::subject() const {
    return {explorer_.photo().path, explorer_.photo().size(), explorer_.current_phrase()};
}

QString ReviewController::folder() const {
    return ReviewSession::folder_of(explorer_.photo().path);
}

QString ReviewController::problem() const {
    if (explorer_.photo().empty()) return tr("Open a photo to judge.");
    if (explorer_.current_phrase().isEmpty()) return tr("Type a phrase to judge.");
    if (const QString refusal = session_.refusal(folder()); !refusal.isEmpty()) return refusal;
    if (!session_.is_open(folder())) return tr("Reading the reviews of this folder…");
    if (session_.model().empty()) return tr("Waiting for the model…");
    return {};
}

QString ReviewController::others() const {
    const auto verdicts = session_.other_verdicts(subject());
    QStringList texts;
    for (auto it = verdicts.begin(); it != verdicts.end(); ++it)
        texts << tr("%1: %2", "a person and a verdict")
                     .arg(widgets::isolated(it.key()), widgets::verdict_text(*it));
    const QString all = texts.join(QStringLiteral(", "));
    return session_.is_disputed(subject()) ? tr("Disagreement. %1").arg(all) : all;
}

void ReviewController::show_subject() {
    const ReviewSubject now = subject();
    const Judgement judgement = session_.judgement(now);
    const ReviewStatistics* const statistics = session_.statistics(folder());
    widgets::ReviewPanelContent content;
    content.phrase = now.phrase;
    content.photo = QFileInfo(now.path).fileName();
    content.model = session_.model().empty() ? QString() : session_.model().label();
    content.problem = problem();
    content.verdict = judgement.verdict;
    content.note = judgement.note;
    content.others = others();
    content.truths = session_.truths(now);
    content.peak_known = explorer_.layers(now.phrase) != nullptr;
    if (statistics) content.tally = statistics->of_model(session_.model());
    // This makes the panel emit the note typed for the previous subject, so set shown_ afterwards.
    panel_->set_content(content);
    shown_ = now;
    for (QAction* const action : verdicts_) action->setEnabled(content.problem.isEmpty());
    draw_truths();
    show_saved();
    if (statistics_) statistics_timer_.start();
}

void ReviewController::show_saved() {
    const SaveState state = session_.state(folder());
    panel_->set_saved(!session_.has_written(folder()) ? widgets::SavedAs::untouched
                      : state == SaveState::saved     ? widgets::SavedAs::saved
                      : state == SaveState::saving    ? widgets::SavedAs::saving
                                                      : widgets::SavedAs::failed,
                      session_.save_problem(folder()), session_.file(folder()));
}

void ReviewController::judge(widgets::Verdict verdict) {
    if (!problem().isEmpty()) return;
    panel_->flush_note();
    session_.judge(subject(), verdict);
    go_on();
}

void ReviewController::clear() {
    panel_->flush_note();
    session_.clear(subject());
}

void ReviewController::go_on() {
    const widgets::AfterVerdict what = panel_->after_verdict();
    if (what == widgets::AfterVerdict::stay) return;
    const int next = explorer_.current_row() + 1;
    if (what == widgets::AfterVerdict::next_phrase && next < explorer_.phrases()->rowCount())
        return explorer_.set_current_phrase(next);
    if (what == widgets::AfterVerdict::next_phrase && explorer_.phrases()->rowCount() > 0)
        wanted_phrase_ = explorer_.phrases()->items().front().text;
    window_.action(QStringLiteral("go.next_image"))->trigger();
}

void ReviewController::go_to_unjudged() {
    const QStringList& images = explorer_.browser()->images();
    const auto count = images.size();
    const auto from = images.indexOf(explorer_.photo().path);
    for (qsizetype step = 1; step <= count; ++step) {
        const QString& path = images[(from + step + count) % count];
        if (session_.summary(path).total() > 0) continue;
        return explorer_.show_image(path);
    }
    window_.show_message(widgets::Severity::info, tr("Every photo has a verdict."));
}

void ReviewController::revisit(const QString& path, const QString& phrase) {
    if (path != explorer_.photo().path && QFileInfo::exists(path)) {
        wanted_phrase_ = phrase;
        explorer_.show_image(path);
    } else if (const int row = explorer_.phrases()->find_row(phrase); row >= 0) {
        explorer_.set_current_phrase(row);
    }
}

void ReviewController::set_tool(widgets::TruthTool tool) {
    panel_->truths()->set_tool(tool);
    point_->setChecked(tool == widgets::TruthTool::point);
    box_->setChecked(tool == widgets::TruthTool::box);
    polygon_->setChecked(tool == widgets::TruthTool::polygon);
    window_.canvas()->set_tool(tool == widgets::TruthTool::point     ? widgets::CanvasTool::mark_point
                               : tool == widgets::TruthTool::box     ? widgets::CanvasTool::mark_box
                               : tool == widgets::TruthTool::polygon ? widgets::CanvasTool::mark_polygon
                                                                     : widgets::CanvasTool::pan);
}

void ReviewController::draw_truths() {
    // A glance shows a different phrase than the one under review.
    const bool is_shown = explorer_.shown_phrase() == explorer_.current_phrase();
    const QVector<widgets::Truth> truths = is_shown ? session_.truths(subject()) : QVector<widgets::Truth>();
    if (truths == drawn_) return;
    drawn_ = truths;
    std::vector<widgets::CanvasBox> boxes;
    std::vector<QPoint> points;
    for (const widgets::Truth& truth : truths) {
        if (truth.is_box) {
            boxes.push_back({QRectF(QRect(truth.first, truth.last)), {}});
            if (truth.is_polygon()) boxes.back().polygon = widgets::outline_of(to_mark(truth));
        } else
            points.push_back(truth.first);
    }
    canvas_.set_drawn_truth(boxes, points);
    show_marks();
}

void ReviewController::show_marks() {
    QVector<widgets::CanvasMark> marks;
    for (const widgets::Truth& truth : std::as_const(drawn_)) marks << to_mark(truth);
    window_.canvas()->set_marks(marks, panel_->truths()->current());
}

void ReviewController::mark(const widgets::Truth& truth) {
    if (problem().isEmpty()) panel_->truths()->take_mark(truth);
}

void ReviewController::mark_peak() {
    const widgets::PhraseLayers* const layers = explorer_.layers(explorer_.current_phrase());
    if (layers) mark(widgets::Truth::point(layers->mean.peak));
}

void ReviewController::record_peaks() {
    const Photo& photo = explorer_.photo();
    if (photo.empty() || session_.model().empty()) return;
    for (const widgets::PhraseItem& item : explorer_.phrases()->items())
        if (const widgets::PhraseLayers* const layers = explorer_.layers(item.text);
            layers && !layers->gbs.empty())  // a zero-shot model has no H_GbS to compare
            session_.record_peaks({photo.path, photo.size(), item.text},
                                  {layers->gbs.peak, layers->i2t.peak, layers->mean.peak});
}

void ReviewController::show_statistics() {
    if (!statistics_) {
        statistics_ = new widgets::ReviewStatisticsDialog(QDir::toNativeSeparators(folder()), &window_);
        statistics_->setAttribute(Qt::WA_DeleteOnClose);
        connect(statistics_, &widgets::ReviewStatisticsDialog::photos_requested, this,
                &ReviewController::list_photos);
        connect(statistics_->agreement(), &widgets::AgreementTable::disagreements_requested, this,
                &ReviewController::disagreements_requested);
    }
    refresh_statistics();
    statistics_->show();
    statistics_->raise();
}

void ReviewController::refresh_statistics() {
    const ReviewStatistics* const known = session_.statistics(folder());
    if (!statistics_) return;
    statistics_->set_rows(known ? known->rows() : std::vector<widgets::StatisticsRow>());
    if (const ReviewContents* const contents = session_.contents(folder()))
        run_in_background(
            statistics_, [all = *contents] { return measure_agreement(all); },
            [dialog = statistics_](const std::vector<widgets::AgreementRow>& rows) {
                dialog->agreement()->set_rows(rows);
            });
}

void ReviewController::list_photos(const QString& model, const QString& phrase, widgets::Verdict verdict) {
    const ReviewContents* const contents = session_.contents(folder());
    if (!contents) return;
    const auto fits = [&](const PhraseReview& review) {
        for (auto each = review.judgements.begin(); each != review.judgements.end(); ++each)
            if (each.key().model.label() == model && each->verdict != widgets::Verdict::none &&
                (verdict == widgets::Verdict::none || each->verdict == verdict))
                return true;
        return false;
    };
    QStringList photos;
    for (auto image = contents->images.begin(); image != contents->images.end(); ++image)
        for (auto each = image->phrases.begin(); each != image->phrases.end(); ++each)
            if ((phrase.isEmpty() || each.key() == phrase) && fits(*each)) {
                photos << folder() + QLatin1Char('/') + image.key();
                break;
            }
    const QString what = phrase.isEmpty() ? model : tr("“%1”").arg(phrase);
    images_.panel()->list_only(photos,
                               tr("%1: %Ln photo(s)", nullptr, static_cast<int>(photos.size())).arg(what));
    if (const int row = explorer_.phrases()->find_row(phrase); row >= 0) explorer_.set_current_phrase(row);
}

void ReviewController::ask_before_closing() {
    auto* const box =
        new QMessageBox(QMessageBox::Warning, tr("Reviews are not saved"),
                        tr("The latest reviews cannot be saved. %1\n\nSaving is retried every two "
                           "seconds. If you close now, they are written to a file in your user folder; if "
                           "that fails too, they are lost.")
                            .arg(session_.save_problem(folder())),
                        QMessageBox::NoButton, &window_);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* const close = box->addButton(tr("&Close Anyway"), QMessageBox::DestructiveRole);
    box->setDefaultButton(box->addButton(tr("&Keep Open"), QMessageBox::RejectRole));
    connect(close, &QPushButton::clicked, this, [this] {
        close_unsaved_ = true;
        window_.close();
    });
    box->open();
}

bool ReviewController::eventFilter(QObject* watched, QEvent* event) {
    if (watched == &window_ && event->type() == QEvent::Close && !close_unsaved_) {
        panel_->flush_note();
        if (session_.has_failed()) {
            event->ignore();
            ask_before_closing();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace gbs::app
