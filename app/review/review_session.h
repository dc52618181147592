// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QObject>
#include <QUndoStack>

#include "app/review/review_commands.h"
#include "app/review/review_worker.h"

namespace gbs::app {

enum class SaveState { saved, saving, failed };

/// The reviews of all open folders. Every change goes to the undo stack and to the disk at once; state()
/// tells whether it has been written. Undo and redo emit revisited() with the photo and phrase that they
/// changed, or, for what an import has brought in one step, updated(). What others write to the same file is taken in within about a second (updated()); their changes
/// are never overwritten by an edit that was made without seeing them, nor by undo. Reviews are stored per
/// folder, so photos of several folders may be open at the same time.
class ReviewSession : public QObject {
    Q_OBJECT

 public:
    /// `undo` must outlive the session. Reviews of read-only folders go to `spare_folder`, by default the
    /// user's data folder of this program.
    explicit ReviewSession(QUndoStack& undo, const QString& spare_folder = {}, QObject* parent = nullptr);

    static QString folder_of(const QString& path);
    static bool is_file_name(const QString& path);  ///< whether it ends in .sqlite

    /// Starts reading the reviews of a folder; ends with opened() or refused(). Does nothing when the folder
    /// is open; retries a refused one.
    void open_folder(const QString& folder);
    /// Starts hashing the model's file. Verdicts are accepted after model_changed() with a nonempty model().
    void identify_model(const QString& name, const QString& file);
    const ReviewedModel& model() const { return model_; }
    /// The name in the verdicts that are given from now on. Verdicts of others are kept beside them.
    void set_annotator(const QString& name);
    const QString& annotator() const { return annotator_; }
    /// Takes the reviews in another file into those of the folder; ends with imported() or message(). The verdicts in
    /// the file without an annotator get the name `unnamed`; without that name, ends with name_wanted().
    void import_file(const QString& folder, const QString& file, const QString& unnamed = {});
    /// Adds true places to phrases of the folder that have none; ends with marks_added() or message().
    void add_marks(const QString& folder, const QVector<ReviewChange>& marks);

    bool is_open(const QString& folder) const { return folders_.value(folder).is_open; }
    /// Why the folder could not be opened; empty while it is being read.
    QString refusal(const QString& folder) const { return folders_.value(folder).refusal; }
    QString file(const QString& folder) const { return folders_.value(folder).file; }

    Judgement judgement(const ReviewSubject& subject) const;  ///< one's own, under the current model
    /// The verdicts of other people under the current model.
    QMap<QString, widgets::Verdict> other_verdicts(const ReviewSubject& subject) const;
    bool is_disputed(const ReviewSubject& subject) const;
    QVector<widgets::Truth> truths(const ReviewSubject& subject) const;
    /// The verdicts on a photo's phrases under the current model.
    widgets::VerdictSummary summary(const QString& path) const;
    /// The same for every photo of a folder with verdicts, by path.
    QHash<QString, widgets::VerdictSummary> summaries(const QString& folder) const;
    const ReviewContents* contents(const QString& folder) const;      ///< null unless the folder is open
    const ReviewStatistics* statistics(const QString& folder) const;  ///< null unless the folder is open

    // Edits by the user. They do nothing when the folder or the model is not ready or when nothing changes.
    void judge(const ReviewSubject& subject, widgets::Verdict verdict);
    void set_note(const ReviewSubject& subject, const QString& note);
    void clear(const ReviewSubject& subject);  ///< verdict and note
    void add_truth(const ReviewSubject& subject, widgets::Truth truth);
    void change_truth(const ReviewSubject& subject, int index, widgets::Truth truth);
    void remove_truth(const ReviewSubject& subject, int index);

    /// Stores the peaks of a phrase that has a verdict or a mark, so that hits can be counted later.
    void record_peaks(const ReviewSubject& subject, const std::array<QPoint, 3>& peaks);

    SaveState state(const QString& folder) const;
    /// Whether anything was changed since the folder was opened, saved or not.
    bool has_written(const QString& folder) const { return folders_.value(folder).given > 0; }
    QString save_problem(const QString& folder) const { return folders_.value(folder).problem; }
    bool has_failed() const;  ///< whether saving failed for any folder
    void retry() { worker_.retry(); }

 Q_SIGNALS:
    void opened(const QString& folder);
    void refused(const QString& folder, const QString& reason);
    void model_changed();
    void changed(const QString& path, const QString& phrase);
    void updated(const QString& folder);  ///< others, an import or its undo changed reviews of the folder
    void annotator_changed();
    void imported(const QString& folder, const QString& file, const gbs::app::MergedReviews& merged);
    void marks_added(int phrases);
    void name_wanted(const QString& folder, const QString& file);
    void revisited(const QString& path, const QString& phrase);
    void save_state_changed(const QString& folder);
    void message(const QString& text);

 private:
    struct Folder {
        bool is_open = false;
        bool is_opening = false;
        QString refusal;
        QString file;
        ReviewContents contents;
        ReviewStatistics statistics;
        quint64 given = 0, saved = 0;   ///< numbers of the last changes made and written
        QHash<QString, QDateTime> own;  ///< times of this session's last changes, by key_of()
        QString problem;
    };
    bool can_change(const ReviewSubject& subject, bool needs_model) const;
    const PhraseReview* find(const ReviewSubject& subject) const;
    void set_judgement(const ReviewSubject& subject, const QString& text, bool is_note,
                       const Judgement& after);
    void set_truths(const ReviewSubject& subject, const QString& text, const QVector<widgets::Truth>& after);
    ReviewEdit edit();
    bool is_own(const ReviewSubject& subject, const ReviewChange& change) const;
    void apply(const ReviewSubject& subject, ReviewChange change);
    void save(const QString& path, const QVector<ReviewChange>& changes);
    void push_import(const QString& text, const QString& folder, const QVector<ReviewChange>& changes,
                     const QVector<ReviewChange>& inverse);
    bool replace(const QString& path, const QVector<ReviewChange>& from, const QVector<ReviewChange>& to);
    static void take(Folder& folder, const ReviewChange& change);
    void report_conflict(const QString& image, const QString& phrase);
    void connect_worker();

    QUndoStack& undo_;
    ReviewedModel model_;
    QString annotator_;
    quint64 model_number_ = 0;  ///< of the last request to identify a model
    QHash<QString, Folder> folders_;
    quint64 number_ = 0;
    ReviewWorker worker_;
};

}  // namespace gbs::app
