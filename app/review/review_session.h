// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QUndoStack>

#include "app/review/review_worker.h"

namespace gbs::app {

/// The phrase on the photo that is judged.
struct ReviewSubject {
    QString path;  ///< of the photo
    QSize size;    ///< of the photo
    QString phrase;

    bool operator==(const ReviewSubject&) const = default;
};

enum class SaveState { saved, saving, failed };

/// All that is known of the judging, without a widget. What a person does goes onto the undo stack and to the
/// disk at once; state() says when it has arrived there. Undoing brings back the photo and phrase that it is
/// about (revisited). Reviews are kept per folder, so photos of several folders may be open together.
class ReviewSession : public QObject {
    Q_OBJECT

 public:
    /// `undo` has to outlive the session. Reviews of folders that cannot be written go to `spare_folder`;
    /// empty: the person's folder for data of this program.
    explicit ReviewSession(QUndoStack& undo, const QString& spare_folder = {}, QObject* parent = nullptr);

    static QString folder_of(const QString& path);

    /// Reads the reviews of a folder; later calls cost nothing. A refused folder is tried anew.
    void open_folder(const QString& folder);
    /// Asks who the model is; a verdict can be given when model_changed() has answered.
    void identify_model(const QString& name, const QString& file);
    const ReviewedModel& model() const { return model_; }

    /// Whether photos of this folder can be judged now; if not, why (empty: not yet).
    bool is_open(const QString& folder) const { return folders_.value(folder).is_open; }
    QString refusal(const QString& folder) const { return folders_.value(folder).refusal; }
    QString file(const QString& folder) const { return folders_.value(folder).file; }

    Judgement judgement(const ReviewSubject& subject) const;  ///< under the current model
    QVector<widgets::Truth> truths(const ReviewSubject& subject) const;
    widgets::VerdictSummary summary(const QString& path) const;  ///< of the photo's phrases, current model
    /// By path, of the photos of a folder that have verdicts under the current model.
    QHash<QString, widgets::VerdictSummary> summaries(const QString& folder) const;
    const ReviewContents* contents(const QString& folder) const;
    const ReviewStatistics* statistics(const QString& folder) const;

    // What a person does; nothing happens where the folder or the model is not ready, or nothing changes.
    void judge(const ReviewSubject& subject, widgets::Verdict verdict);
    void set_note(const ReviewSubject& subject, const QString& note);
    void clear(const ReviewSubject& subject);  ///< verdict and note
    void add_truth(const ReviewSubject& subject, widgets::Truth truth);
    void change_truth(const ReviewSubject& subject, int index, widgets::Truth truth);
    void remove_truth(const ReviewSubject& subject, int index);

    /// Keeps the peaks of a phrase that was judged or marked, so that hits can be counted later.
    void record_peaks(const ReviewSubject& subject, const std::array<QPoint, 3>& peaks);

    SaveState state(const QString& folder) const;
    QString save_problem(const QString& folder) const { return folders_.value(folder).problem; }
    bool has_unsaved() const;
    bool has_failed() const;  ///< something could not be saved
    void retry() { worker_.retry(); }

 Q_SIGNALS:
    void opened(const QString& folder);
    void refused(const QString& folder, const QString& reason);
    void model_changed();
    void changed(const QString& path, const QString& phrase);
    void revisited(const QString& path, const QString& phrase);
    void save_state_changed(const QString& folder);
    void message(const QString& text);

 private:
    friend class JudgementCommand;
    friend class TruthsCommand;

    struct Folder {
        bool is_open = false;
        bool is_opening = false;
        QString refusal;
        QString file;
        ReviewContents contents;
        ReviewStatistics statistics;
        quint64 given = 0, saved = 0;  ///< numbers of the last changes
        QString problem;
    };
    bool can_change(const ReviewSubject& subject, bool needs_model) const;
    const PhraseReview* find(const ReviewSubject& subject) const;
    void set_judgement(const ReviewSubject& subject, const QString& what, bool note, const Judgement& after);
    void set_truths(const ReviewSubject& subject, const QString& what, const QVector<widgets::Truth>& after);
    void apply(const ReviewSubject& subject, ReviewChange change);
    void connect_worker();

    QUndoStack& undo_;
    ReviewedModel model_;
    quint64 model_number_ = 0;  ///< of the last wish to identify a model
    QHash<QString, Folder> folders_;
    quint64 number_ = 0;
    ReviewWorker worker_;
};

}  // namespace gbs::app
