// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/review/review_session.h"

#include <QFileInfo>
#include <QPointer>
#include <QStandardPaths>
#include <algorithm>

namespace gbs::app {

namespace {

QString spare_or_default(const QString& folder) {
    if (!folder.isEmpty()) return folder;
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/reviews");
}

/// Identifies the part of the reviews that a change replaces.
QString key_of(const QString& image, const ReviewChange& change, const QString& phrase) {
    const QString part = change.judgement ? change.model.name + QChar(0) + change.model.fingerprint +
                                                QChar(0) + change.annotator
                                          : QString();
    return image + QChar(0) + phrase + QChar(0) + part;
}

}  // namespace

QString ReviewSession::folder_of(const QString& path) {
    return QFileInfo(path).absolutePath();
}

bool ReviewSession::is_file_name(const QString& path) {
    return path.endsWith(QStringLiteral(".sqlite"), Qt::CaseInsensitive);
}

ReviewSession::ReviewSession(QUndoStack& undo, const QString& spare_folder, QObject* parent)
    : QObject(parent), undo_(undo), worker_(spare_or_default(spare_folder)) {
    connect_worker();
}

void ReviewSession::connect_worker() {
    connect(&worker_, &ReviewWorker::opened, this, [this](const QString& path, const OpenedReviews& reviews) {
        Folder& folder = folders_[path];
        folder.is_open = true;
        folder.is_opening = false;
        folder.refusal.clear();
        folder.contents = reviews.contents;
        folder.statistics = reviews.statistics;
        folder.file = reviews.file;
        Q_EMIT opened(path);
    });
    connect(&worker_, &ReviewWorker::refused, this, [this](const QString& path, const QString& reason) {
        Folder& folder = folders_[path];
        folder.is_opening = false;
        folder.refusal = reason;
        Q_EMIT refused(path, reason);
    });
    connect(&worker_, &ReviewWorker::saved, this,
            [this](const QString& path, quint64 number, const QString& file) {
                Folder& folder = folders_[path];
                folder.saved = number;
                folder.problem.clear();
                folder.file = file;
                Q_EMIT save_state_changed(path);
            });
    connect(&worker_, &ReviewWorker::not_saved, this, [this](const QString& path, const QString& reason) {
        folders_[path].problem = reason;
        Q_EMIT save_state_changed(path);
    });
    connect(&worker_, &ReviewWorker::identified, this, [this](const ReviewedModel& model, quint64 number) {
        if (number != model_number_) return;
        model_ = model;
        Q_EMIT model_changed();
    });
    connect(&worker_, &ReviewWorker::updated, this,
            [this](const QString& path, const QVector<ReviewChange>& news) {
                for (const ReviewChange& change : news) take(folders_[path], change);
                Q_EMIT updated(path);
            });
    connect(&worker_, &ReviewWorker::outdated, this,
            [this](const ReviewChange& change) { report_conflict(change.image, change.phrase); });
    connect(&worker_, &ReviewWorker::imported, this,
            [this](const QString& folder, const QString& file, const MergedReviews& merged) {
                push_import(tr("Import %1").arg(QFileInfo(file).fileName()), folder, merged.changes,
                            merged.inverse);
                Q_EMIT imported(folder, file, merged);
            });
    connect(&worker_, &ReviewWorker::marks_added, this,
            [this](const QString& folder, const QVector<ReviewChange>& marks,
                   const QVector<ReviewChange>& inverse) {
                const auto phrases = static_cast<int>(marks.size());
                push_import(tr("Mark %n phrase(s)", nullptr, phrases), folder, marks, inverse);
                Q_EMIT marks_added(phrases);
            });
    connect(&worker_, &ReviewWorker::name_wanted, this, &ReviewSession::name_wanted);
    connect(&worker_, &ReviewWorker::message, this, &ReviewSession::message);
}

void ReviewSession::open_folder(const QString& path) {
    Folder& folder = folders_[path];
    if (folder.is_open || folder.is_opening) return;
    folder.is_opening = true;
    worker_.open(path);
}

void ReviewSession::identify_model(const QString& name, const QString& file) {
    model_ = {};
    Q_EMIT model_changed();
    worker_.identify(name, file, ++model_number_);
}

void ReviewSession::set_annotator(const QString& name) {
    if (name == annotator_) return;
    annotator_ = name;
    Q_EMIT annotator_changed();
}

void ReviewSession::import_file(const QString& folder, const QString& file, const QString& unnamed) {
    worker_.import_file(folder, file, annotator_, unnamed);
}

void ReviewSession::add_marks(const QString& folder, const QVector<ReviewChange>& marks) {
    worker_.add_marks(folder, marks);
}

const ReviewContents* ReviewSession::contents(const QString& folder) const {
    const auto known = folders_.constFind(folder);
    return known == folders_.constEnd() || !known->is_open ? nullptr : &known->contents;
}

const ReviewStatistics* ReviewSession::statistics(const QString& folder) const {
    const auto known = folders_.constFind(folder);
    return known == folders_.constEnd() || !known->is_open ? nullptr : &known->statistics;
}

const PhraseReview* ReviewSession::find(const ReviewSubject& subject) const {
    const ReviewContents* const known = contents(folder_of(subject.path));
    return known ? known->find(QFileInfo(subject.path).fileName(), subject.phrase) : nullptr;
}

Judgement ReviewSession::judgement(const ReviewSubject& subject) const {
    const PhraseReview* const review = find(subject);
    return review ? review->judgement_by(annotator_, model_) : Judgement();
}

QMap<QString, widgets::Verdict> ReviewSession::other_verdicts(const ReviewSubject& subject) const {
    const PhraseReview* const review = find(subject);
    if (!review) return {};
    QMap<QString, widgets::Verdict> verdicts = review->verdicts_on(model_);
    verdicts.remove(annotator_);
    verdicts.remove({});  // counts as one's own
    return verdicts;
}

bool ReviewSession::is_disputed(const ReviewSubject& subject) const {
    const PhraseReview* const review = find(subject);
    return review && review->is_disputed(model_);
}

QVector<widgets::Truth> ReviewSession::truths(const ReviewSubject& subject) const {
    const PhraseReview* const review = find(subject);
    return review ? review->truths.truths : QVector<widgets::Truth>();
}

widgets::VerdictSummary ReviewSession::summary(const QString& path) const {
    const ReviewStatistics* const known = statistics(folder_of(path));
    return known ? known->of_image(QFileInfo(path).fileName(), annotator_, model_)
                 : widgets::VerdictSummary();
}

QHash<QString, widgets::VerdictSummary> ReviewSession::summaries(const QString& folder) const {
    QHash<QString, widgets::VerdictSummary> by_path;
    const ReviewStatistics* const known = statistics(folder);
    if (!known) return by_path;
    const auto images = known->of_images(annotator_, model_);
    by_path.reserve(images.size());
    for (auto it = images.begin(); it != images.end(); ++it)
        by_path.insert(folder + QLatin1Char('/') + it.key(), *it);
    return by_path;
}

bool ReviewSession::can_change(const ReviewSubject& subject, bool needs_model) const {
    return is_open(folder_of(subject.path)) && !subject.phrase.isEmpty() && !(needs_model && model_.empty());
}

void ReviewSession::judge(const ReviewSubject& subject, widgets::Verdict verdict) {
    Judgement after = judgement(subject);
    after.verdict = verdict;
    const QString text = verdict == widgets::Verdict::right    ? tr("“%1” is correct")
                         : verdict == widgets::Verdict::wrong  ? tr("“%1” is incorrect")
                         : verdict == widgets::Verdict::absent ? tr("“%1” is absent")
                         : verdict == widgets::Verdict::none   ? tr("No verdict on “%1”")
                                                               : tr("“%1” is unsure");
    set_judgement(subject, text.arg(subject.phrase), false, after);
}

void ReviewSession::set_note(const ReviewSubject& subject, const QString& note) {
    Judgement after = judgement(subject);
    after.note = note;
    set_judgement(subject, tr("Note on “%1”").arg(subject.phrase), true, after);
}

void ReviewSession::clear(const ReviewSubject& subject) {
    set_judgement(subject, tr("Clear “%1”").arg(subject.phrase), false, {});
}

ReviewEdit ReviewSession::edit() {
    // The undo stack outlives the session.
    return
        [session = QPointer(this)](const ReviewSubject& subject, const ReviewChange& change, bool repeated) {
            if (!session) return true;
            const bool is_own = !repeated || session->is_own(subject, change);
            if (is_own)
                session->apply(subject, change);
            else
                session->report_conflict(QFileInfo(subject.path).fileName(), subject.phrase);
            if (repeated) Q_EMIT session->revisited(subject.path, subject.phrase);
            return is_own;
        };
}

bool ReviewSession::is_own(const ReviewSubject& subject, const ReviewChange& change) const {
    const auto folder = folders_.constFind(folder_of(subject.path));
    if (folder == folders_.constEnd()) return false;
    const QString image = QFileInfo(subject.path).fileName();
    const QDateTime time = folder->own.value(key_of(image, change, subject.phrase));
    const PhraseReview* const review = folder->contents.find(image, subject.phrase);
    if (!review) return false;
    if (change.judgement) {
        const Judgement now = review->judgements.value({change.model, change.annotator});
        return now.time == time && now.says(*change.shown_judgement);
    }
    return review->truths.time == time && review->truths.truths == change.shown_truths->truths;
}

void ReviewSession::report_conflict(const QString& image, const QString& phrase) {
    Q_EMIT message(tr("“%1” in %2 was changed elsewhere in the meantime, by another window or person. "
                      "That change was kept and is shown.")
                       .arg(phrase, image));
}

void ReviewSession::set_judgement(const ReviewSubject& subject, const QString& text, bool is_note,
                                  const Judgement& after) {
    const Judgement before = judgement(subject);
    if (!can_change(subject, true) || (before.verdict == after.verdict && before.note == after.note)) return;
    undo_.push(new JudgementCommand(edit(), subject, {model_, annotator_}, text, is_note, before, after));
}

void ReviewSession::add_truth(const ReviewSubject& subject, widgets::Truth truth) {
    if (!widgets::fit_truth(truth, subject.size)) return;
    set_truths(subject, tr("Mark “%1”").arg(subject.phrase), truths(subject) << truth);
}

void ReviewSession::change_truth(const ReviewSubject& subject, int index, widgets::Truth truth) {
    QVector<widgets::Truth> after = truths(subject);
    if (index < 0 || index >= after.size() || !widgets::fit_truth(truth, subject.size)) return;
    after[index] = truth;
    set_truths(subject, tr("Move a mark of “%1”").arg(subject.phrase), after);
}

void ReviewSession::remove_truth(const ReviewSubject& subject, int index) {
    QVector<widgets::Truth> after = truths(subject);
    if (index < 0 || index >= after.size()) return;
    after.removeAt(index);
    set_truths(subject, tr("Remove a mark of “%1”").arg(subject.phrase), after);
}

void ReviewSession::set_truths(const ReviewSubject& subject, const QString& text,
                               const QVector<widgets::Truth>& after) {
    const QVector<widgets::Truth> before = truths(subject);
    if (!can_change(subject, false) || before == after) return;
    undo_.push(new TruthsCommand(edit(), subject, text, before, after));
}

void ReviewSession::record_peaks(const ReviewSubject& subject, const std::array<QPoint, 3>& peaks) {
    const PhraseReview* const review = find(subject);
    if (!review || model_.empty() || review->peaks.value(model_).peaks == peaks) return;
    const bool is_judged = !judgement(subject).empty() || !other_verdicts(subject).isEmpty();
    if (!is_judged && review->truths.truths.isEmpty()) return;
    ReviewChange change;
    change.model = model_;
    change.peaks = MapPeaks{peaks, QDateTime::currentDateTimeUtc()};
    apply(subject, change);
}

void ReviewSession::apply(const ReviewSubject& subject, ReviewChange change) {
    const QString path = folder_of(subject.path);
    Folder& folder = folders_[path];
    change.image = QFileInfo(subject.path).fileName();
    change.size = subject.size;
    change.phrase = subject.phrase;
    const PhraseReview* const shown = folder.contents.find(change.image, change.phrase);
    const PhraseReview before = shown ? *shown : PhraseReview();
    if (change.judgement) change.shown_judgement = before.judgements.value({change.model, change.annotator});
    if (change.truths) change.shown_truths = before.truths;
    if (change.judgement || change.truths)
        folder.own[key_of(change.image, change, change.phrase)] =
            change.judgement ? change.judgement->time : change.truths->time;
    save(path, {change});
    if (const Judgement unnamed = before.judgements.value({change.model, {}});
        change.judgement && !change.annotator.isEmpty() && !unnamed.empty()) {
        // It was shown as one's own: the named one takes its place.
        change.annotator.clear();
        change.judgement = Judgement{widgets::Verdict::none, {}, change.judgement->time};
        change.shown_judgement = unnamed;
        save(path, {change});
    }
    Q_EMIT changed(subject.path, subject.phrase);
    Q_EMIT save_state_changed(path);
}

void ReviewSession::save(const QString& path, const QVector<ReviewChange>& changes) {
    Folder& folder = folders_[path];
    for (const ReviewChange& change : changes) take(folder, change);
    folder.given = ++number_;
    worker_.save(path, changes, folder.given);
}

void ReviewSession::push_import(const QString& text, const QString& folder,
                                const QVector<ReviewChange>& changes, const QVector<ReviewChange>& inverse) {
    if (std::ranges::all_of(inverse, &ReviewChange::sets_nothing)) return;
    const auto set = [session = QPointer(this), folder](const QVector<ReviewChange>& from,
                                                        const QVector<ReviewChange>& to) {
        return !session || session->replace(folder, from, to);
    };
    undo_.push(new ImportCommand(set, text, changes, inverse));
}

/// Leaves and tells what others have changed since then.
bool ReviewSession::replace(const QString& path, const QVector<ReviewChange>& from,
                            const QVector<ReviewChange>& to) {
    if (!is_open(path)) return true;
    ReviewContents now = folders_[path].contents;
    QVector<ReviewChange> changes;
    int others = 0;
    for (qsizetype i = 0; i < to.size(); ++i) {
        const PhraseReview* const known = now.find(to[i].image, to[i].phrase);
        const PhraseReview shown = known ? *known : PhraseReview();
        ReviewChange change = to[i];
        if (from[i].sets_nothing() || change.sets_nothing()) continue;
        if (change.judgement)
            change.shown_judgement = shown.judgements.value({change.model, change.annotator});
        if (change.truths) change.shown_truths = shown.truths;
        if ((change.judgement && !change.shown_judgement->says(*from[i].judgement)) ||
            (change.truths && shown.truths.truths != from[i].truths->truths)) {
            ++others;
            continue;
        }
        now.apply(change);
        changes << change;
    }
    if (others > 0)
        Q_EMIT message(
            tr("%n review(s) were changed in the meantime, and stay as they are.", nullptr, others));
    if (changes.isEmpty()) return false;
    Folder& folder = folders_[path];
    for (const ReviewChange& change : std::as_const(changes))
        folder.own[key_of(change.image, change, change.phrase)] =
            change.judgement ? change.judgement->time : change.truths->time;
    save(path, changes);
    Q_EMIT updated(path);
    Q_EMIT save_state_changed(path);
    return true;
}

void ReviewSession::take(Folder& folder, const ReviewChange& change) {
    // A hit depends on the photo's size: recount all phrases when it has changed.
    const ImageReview before = folder.contents.images.value(change.image);
    const bool resized = before.size != change.size;
    const auto each = [&](const ImageReview& image, auto visit) {
        for (auto it = image.phrases.begin(); it != image.phrases.end(); ++it)
            if (resized || it.key() == change.phrase) visit(it.key(), *it, image.size);
    };
    each(before, [&](const QString& phrase, const PhraseReview& review, QSize size) {
        folder.statistics.remove(change.image, phrase, review, size);
    });
    folder.contents.apply(change);
    each(folder.contents.images.value(change.image),
         [&](const QString& phrase, const PhraseReview& review, QSize size) {
             folder.statistics.add(change.image, phrase, review, size);
         });
}

SaveState ReviewSession::state(const QString& path) const {
    const auto folder = folders_.constFind(path);
    if (folder == folders_.constEnd()) return SaveState::saved;
    if (!folder->problem.isEmpty()) return SaveState::failed;
    return folder->saved >= folder->given ? SaveState::saved : SaveState::saving;
}

bool ReviewSession::has_failed() const {
    return std::any_of(folders_.begin(), folders_.end(),
                       [](const Folder& folder) { return !folder.problem.isEmpty(); });
}

}  // namespace gbs::app
