// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QObject>
#include <QTimer>
#include <QUndoStack>
#include <memory>

#include "app/review/review_session.h"
#include "app/session/detector_source.h"
#include "app/session/dropped_paths.h"
#include "app/session/ground_truth.h"
#include "app/session/model_slot.h"
#include "app/session/photo_browser.h"
#include "app/session/work_list.h"
#include "widgets/lists/phrase_model.h"

namespace gbs::app {

struct PhraseListState;
using PhrasesByPhoto = QHash<QString, QVector<widgets::PhraseItem>>;

/// The state of the program without widgets: the open images, the shown photo, the phrases and their maps,
/// and side B of a comparison. It outlives the windows that show it.
class Explorer : public QObject {
    Q_OBJECT

 public:
    /// What side B of the view A|B shows.
    enum class OtherSide { none, phrase, model };

    explicit Explorer(GrounderFactory factory, QObject* parent = nullptr);
    ~Explorer() override;

    PhotoBrowser* browser() { return &browser_; }
    widgets::PhraseModel* phrases() { return &phrases_; }
    ModelSlot* model() { return &model_; }
    DetectorSource* detector() { return &detector_; }
    GroundTruth* truth() { return &truth_; }
    WorkList* work_list() { return &work_list_; }
    QUndoStack* undo_stack() { return &undo_; }
    ReviewSession* review() { return &review_; }
    const Photo& photo() const { return browser_.photo(); }
    /// The maps of a phrase on the shown photo; null until they are ready.
    const widgets::PhraseLayers* layers(const QString& phrase) const;
    bool busy() const;

    void load_model(GrounderFactory factory);
    /// Opens photos and folders, ground truth (.tsv), detector boxes (.json, .jsonl), work lists (.csv) and
    /// the reviews of others (.sqlite).
    void open(const QStringList& paths);
    /// The same for what a user drops: for each folder with annotations of another tool, emits annotations_dropped()
    /// instead.
    void open_dropped(const QStringList& paths);
    void show_image(const QString& path) { browser_.show_image(path); }

    // The phrase list. Each change can be undone.
    /// Adds a phrase, or selects it if it is in the list. An empty text is refused with a message.
    void add_phrase(const QString& text);
    /// Replaces the list, such as by that of the last session. Clears the undo stack.
    void restore_phrases(const QVector<widgets::PhraseItem>& items, const QString& current);
    void add_phrases(const QStringList& texts);  ///< one undo step; the first phrase becomes the current one
    /// The same for single photos, by path, each with its own phrases. `text` names the undo step.
    void add_phrases_of_photos(const QHash<QString, QStringList>& by_photo, const QString& text);
    void remove_phrase(int row);
    void clear_phrases();
    /// An empty text and the text of another phrase are refused with a message.
    void rename_phrase(int row, const QString& text);
    void move_phrase(int from, int to);
    /// New phrases are for the shown photo only, instead of for all photos.
    void set_new_phrases_here(bool here) { new_here_ = here; }
    /// Keeps a phrase to the shown photo, or shows it in all photos.
    void set_phrase_here(int row, bool here);
    /// Also those of other photos; the list has those of the shown one.
    QVector<widgets::PhraseItem> all_phrases() const;
    /// The phrases of a photo that are not hidden.
    QStringList phrases_for(const QString& path) const;
    /// Those that are most likely in the photo first.
    void sort_phrases_by_strength();
    void set_phrase_hidden(int row, bool hidden);
    void set_phrase_color(int row, const QColor& color);

    QString current_phrase() const { return current_phrase_; }
    int current_row() const { return phrases_.find_row(current_phrase_); }
    void set_current_phrase(int row);
    /// Shows a text without adding it to the list: a phrase being typed, or one word of a phrase. An empty
    /// text shows the current phrase again.
    void set_glance(const QString& text);
    const QString& glance() const { return glance_; }
    /// The glance if there is one, else the current phrase.
    QString shown_phrase() const { return glance_.isEmpty() ? current_phrase_ : glance_; }

    OtherSide other_side() const { return other_side_; }
    void compare_with_phrase(const QString& text);
    void load_other_model(GrounderFactory factory);  ///< side B shows the same phrase under this model
    void stop_comparing();
    ModelSlot* other_model() { return other_model_.get(); }  ///< null: none was requested
    /// The phrase of side B.
    QString other_phrase() const;
    /// The maps of side B; null until they are ready.
    const widgets::PhraseLayers* other_layers() const;

 Q_SIGNALS:
    void current_phrase_changed(int row);
    void layers_changed();  ///< of any phrase or side; results in quick succession emit it once
    void other_side_changed();
    void model_ready(const gbs::ModelInfo& info);
    void model_failed();
    void activity_changed(const QString& what);  ///< empty: idle
    void times_changed(const QString& text);
    void message(gbs::widgets::Severity severity, const QString& text);
    void annotations_dropped(const gbs::app::AnnotatedFolder& folder);
    void idle();  ///< all requests are done or have failed

 private:
    void connect_browser();
    void connect_model();
    void connect_other_model();
    void import_reviews(const QString& file);
    /// Sends the current request to the models.
    void submit();
    void refresh_states();
    void note_result(const QString& phrase, double milliseconds);
    void note_failure(const QString& phrase, const QString& reason);
    void show_activity();
    /// `items` of the shown photo, then those of other photos.
    QVector<widgets::PhraseItem> with_others(QVector<widgets::PhraseItem> items) const;
    /// Takes the phrases of all photos.
    void set_list(const QVector<widgets::PhraseItem>& items, const QString& current);
    void apply_list(const PhraseListState& state);
    /// Puts the phrases of other photos away, and adds those of the shown one.
    QVector<widgets::PhraseItem> of_this_photo(const QVector<widgets::PhraseItem>& items);
    void take_phrases_of_photo();
    void push_list(const QString& text, const QVector<widgets::PhraseItem>& items, const QString& current);

    widgets::PhraseModel phrases_;
    QString current_phrase_;
    PhrasesByPhoto elsewhere_;  ///< phrases of other photos, by photo
    bool new_here_ = false;
    QString glance_;
    OtherSide other_side_ = OtherSide::none;
    QString other_phrase_;
    QUndoStack undo_;
    ReviewSession review_{undo_};
    QTimer layers_timer_;  ///< merges results in quick succession into one signal

    PhotoBrowser browser_;
    GroundTruth truth_;
    WorkList work_list_;
    DetectorSource detector_;
    ModelSlot model_;
    std::unique_ptr<ModelSlot> other_model_;
};

}  // namespace gbs::app
