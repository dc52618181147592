// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/session/explorer.h"

#include <algorithm>
#include <functional>
#include <tuple>

#include "app/base/convert.h"
#include "app/session/phrase_list_command.h"
#include "core/base/error.h"
#include "core/data/benchmark.h"

namespace gbs::app {

namespace {

constexpr int gather_milliseconds = 50;
constexpr int max_undo_steps = 200;

bool are_same(const QVector<widgets::PhraseItem>& a, const QVector<widgets::PhraseItem>& b) {
    const auto chosen = [](const widgets::PhraseItem& item) {
        return std::tie(item.text, item.color, item.hidden, item.photo);
    };
    return std::ranges::equal(a, b, {}, chosen, chosen);
}

/// The first photo whose own phrases differ; empty: none.
QString changed_photo(const PhrasesByPhoto& before, const PhrasesByPhoto& after) {
    for (const QString& photo : before.keys() + after.keys())
        if (!are_same(before.value(photo), after.value(photo))) return photo;
    return {};
}

}  // namespace

Explorer::Explorer(GrounderFactory factory, QObject* parent) : QObject(parent) {
    undo_.setUndoLimit(max_undo_steps);
    layers_timer_.setSingleShot(true);
    layers_timer_.setInterval(gather_milliseconds);
    connect(&layers_timer_, &QTimer::timeout, this, &Explorer::layers_changed);
    connect_browser();
    connect_model();
    load_model(std::move(factory));
}

Explorer::~Explorer() = default;

void Explorer::connect_browser() {
    connect(&browser_, &PhotoBrowser::photo_shown, this, [this] {
        take_phrases_of_photo();
        refresh_states();
        Q_EMIT layers_changed();
        submit();
    });
    connect(&browser_, &PhotoBrowser::was_read_ahead, &model_, &ModelSlot::encode_ahead);
    connect(&browser_, &PhotoBrowser::activity_changed, this, &Explorer::show_activity);
    connect(&browser_, &PhotoBrowser::message, this, &Explorer::message);
    connect(&truth_, &GroundTruth::changed, this, &Explorer::layers_changed);
    connect(&truth_, &GroundTruth::activity_changed, this, &Explorer::show_activity);
    connect(&truth_, &GroundTruth::message, this, &Explorer::message);
    connect(&detector_, &DetectorSource::changed, this, &Explorer::layers_changed);
    connect(&detector_, &DetectorSource::activity_changed, this, &Explorer::show_activity);
    connect(&detector_, &DetectorSource::message, this, &Explorer::message);
}

void Explorer::connect_model() {
    connect(&model_, &ModelSlot::activity_changed, this, &Explorer::show_activity);
    connect(&model_, &ModelSlot::model_ready, this, [this](const ModelInfo& info) {
        review_.identify_model(QString::fromStdString(info.name), to_qstring(info.path));
        refresh_states();
        Q_EMIT layers_changed();
        Q_EMIT model_ready(info);
    });
    connect(&model_, &ModelSlot::model_failed, this, [this](const QString& reason) {
        Q_EMIT model_failed();
        Q_EMIT message(widgets::Severity::error, tr("Cannot load the model. %1").arg(reason));
    });
    connect(&model_, &ModelSlot::phrase_started, this, [this](const QString& phrase) {
        phrases_.set_state(phrases_.find_row(phrase), widgets::PhraseState::computing);
    });
    connect(&model_, &ModelSlot::phrase_grounded, this, &Explorer::note_result);
    connect(&model_, &ModelSlot::phrase_failed, this, &Explorer::note_failure);
    connect(&model_, &ModelSlot::photo_failed, this, [this](const QString& reason) {
        refresh_states();
        // The failure to load the model was reported. Repeat it only for users who have typed a phrase.
        if (model_.has_model() || phrases_.rowCount() > 0) Q_EMIT message(widgets::Severity::error, reason);
    });
}

void Explorer::connect_other_model() {
    ModelSlot* const other = other_model_.get();
    connect(other, &ModelSlot::activity_changed, this, &Explorer::show_activity);
    connect(other, &ModelSlot::model_ready, this, [this] {
        Q_EMIT other_side_changed();
        Q_EMIT layers_changed();
    });
    connect(other, &ModelSlot::model_failed, this, [this, other](const QString& reason) {
        Q_EMIT message(widgets::Severity::error, tr("Cannot load the model to compare with. %1").arg(reason));
        if (!other->has_model()) stop_comparing();
    });
    connect(other, &ModelSlot::phrase_grounded, this, &Explorer::layers_changed);
    connect(other, &ModelSlot::phrase_failed, this, [this](const QString& phrase, const QString& reason) {
        Q_EMIT message(widgets::Severity::error, tr("“%1”: %2").arg(phrase, reason));
    });
    connect(other, &ModelSlot::photo_failed, this, [this, other](const QString& reason) {
        // The failure to load the model was reported.
        if (other->has_model()) Q_EMIT message(widgets::Severity::error, reason);
    });
}

const widgets::PhraseLayers* Explorer::layers(const QString& phrase) const {
    return phrase.isEmpty() ? nullptr : model_.layers(photo(), phrase);
}

bool Explorer::busy() const {
    return browser_.busy() || truth_.busy() || detector_.busy() || model_.busy() ||
           (other_model_ && other_model_->busy());
}

void Explorer::load_model(GrounderFactory factory) {
    model_.load(std::move(factory));
}

namespace {

/// JSON files that an annotation tool has written are ground truth, others boxes of a detector.
void open_boxes(QObject* receiver, const QStringList& files, GroundTruth& truth, DetectorSource& detector) {
    const auto is_json = [](const QString& file) {
        return file.endsWith(QStringLiteral(".json"), Qt::CaseInsensitive);
    };
    const auto is_annotation = [](const QString& file) {
        try {
            recognize_annotations(to_path(file));
            return true;
        } catch (const Error&) {
            return false;
        }
    };
    if (files.isEmpty() || !std::ranges::all_of(files, is_json)) return detector.open(files);
    run_in_background(
        receiver, [files, is_annotation] { return std::ranges::all_of(files, is_annotation); },
        [files, &truth, &detector](bool annotations) {
            if (annotations)
                truth.open(files.front());  // with those of its format next to it
            else
                detector.open(files);
        });
}

}  // namespace

void Explorer::open(const QStringList& paths) {
    QStringList photos, detector;
    for (const QString& path : paths) {
        if (ReviewSession::is_file_name(path))
            import_reviews(path);
        else if (WorkList::is_file_name(path))
            work_list_.open(path);
        else if (GroundTruth::is_file_name(path))
            truth_.open(path);
        else if (DetectorSource::is_file_name(path))
            detector << path;
        else
            photos << path;
    }
    open_boxes(this, detector, truth_, detector_);
    if (!photos.isEmpty()) browser_.open(photos);
}

void Explorer::open_dropped(const QStringList& paths) {
    run_in_background(
        this, [paths](const std::stop_token& stop) { return recognize_dropped(paths, stop); },
        [this](const DroppedPaths& dropped) {
            if (!dropped.others.isEmpty()) open(dropped.others);
            for (const AnnotatedFolder& folder : dropped.annotated) Q_EMIT annotations_dropped(folder);
        });
}

void Explorer::import_reviews(const QString& file) {
    if (photo().empty())
        return Q_EMIT message(widgets::Severity::error,
                              tr("Open the photos of these reviews first, then the reviews again."));
    review_.import_file(ReviewSession::folder_of(photo().path), file);
}

void Explorer::submit() {
    QStringList phrases;
    const auto request = [&phrases](const QString& phrase) {
        if (!phrase.isEmpty()) phrases << phrase;
    };
    // First what the user looks at, then the latest phrases.
    request(glance_);
    if (other_side_ == OtherSide::phrase) request(other_phrase_);
    request(current_phrase_);
    for (int row = phrases_.rowCount() - 1; row >= 0; --row) phrases << phrases_.items()[row].text;
    phrases.removeDuplicates();
    model_.request(photo(), phrases);
    if (other_side_ == OtherSide::model && other_model_) {
        const QString shown = shown_phrase();
        other_model_->request(photo(), shown.isEmpty() ? QStringList() : QStringList{shown});
    }
    show_activity();
}

void Explorer::refresh_states() {
    for (int row = 0; row < phrases_.rowCount(); ++row) {
        const QString& phrase = phrases_.items()[row].text;
        const widgets::PhraseLayers* const known = layers(phrase);
        phrases_.set_state(row, model_.state(photo(), phrase), known ? known->mean.peak_value : 0,
                           model_.failure(phrase), known ? known->strength : std::nullopt);
    }
}

void Explorer::note_result(const QString& phrase, double milliseconds) {
    const widgets::PhraseLayers* const known = layers(phrase);
    phrases_.set_state(phrases_.find_row(phrase), widgets::PhraseState::ready,
                       known ? known->mean.peak_value : 0, {}, known ? known->strength : std::nullopt);
    const QString phrase_time = tr("%1 ms per phrase").arg(milliseconds, 0, 'f', 0);
    const double encode = model_.encode_milliseconds();
    Q_EMIT times_changed(encode > 0 ? tr("photo %1 ms, %2").arg(encode, 0, 'f', 0).arg(phrase_time)
                                    : phrase_time);
    const bool is_shown = phrase == shown_phrase() || phrase == other_phrase();
    if (is_shown)
        Q_EMIT layers_changed();
    else if (!layers_timer_.isActive())
        layers_timer_.start();
}

void Explorer::note_failure(const QString& phrase, const QString& reason) {
    phrases_.set_state(phrases_.find_row(phrase), widgets::PhraseState::failed, 0, reason);
    Q_EMIT message(widgets::Severity::error, tr("“%1”: %2").arg(phrase, reason));
}

void Explorer::show_activity() {
    const QString other = other_model_ ? other_model_->activity() : QString();
    QString what = browser_.activity();
    if (what.isEmpty() && detector_.running()->busy()) what = tr("Waiting for the detector…");
    if (what.isEmpty() && (truth_.busy() || detector_.busy())) what = tr("Reading boxes…");
    if (what.isEmpty()) what = model_.activity();
    if (what.isEmpty()) what = other;
    if (what.isEmpty() && busy())
        what = model_.loading() || (other_model_ && other_model_->loading()) ? tr("Loading the model…")
                                                                             : tr("Grounding…");
    Q_EMIT activity_changed(what);
    if (!busy()) Q_EMIT idle();
}

// --- the phrase list -------------------------------------------------------------------------------------

QVector<widgets::PhraseItem> Explorer::of_this_photo(const QVector<widgets::PhraseItem>& items) {
    const QString& here = photo().path;
    QVector<widgets::PhraseItem> shown;
    for (const widgets::PhraseItem& item : items) {
        if (item.photo.isEmpty() || item.photo == here) {
            shown << item;
            continue;
        }
        QVector<widgets::PhraseItem>& others = elsewhere_[item.photo];
        if (widgets::PhraseModel::find_row(others, item.text) < 0) others << item;
    }
    for (const widgets::PhraseItem& item : elsewhere_.take(here))
        if (widgets::PhraseModel::find_row(shown, item.text) < 0) shown << item;
    return shown;
}

void Explorer::take_phrases_of_photo() {
    const QVector<widgets::PhraseItem>& now = phrases_.items();
    const auto is_of_another = [this](const widgets::PhraseItem& item) {
        return !item.photo.isEmpty() && item.photo != photo().path;
    };
    if (!elsewhere_.contains(photo().path) && std::ranges::none_of(now, is_of_another)) return;
    phrases_.set_items(of_this_photo(now));
    if (current_row() < 0)
        current_phrase_ = phrases_.rowCount() > 0 ? phrases_.items().front().text : QString();
    Q_EMIT current_phrase_changed(current_row());
}

QVector<widgets::PhraseItem> Explorer::all_phrases() const {
    return with_others(phrases_.items());
}

QVector<widgets::PhraseItem> Explorer::with_others(QVector<widgets::PhraseItem> all) const {
    for (const QVector<widgets::PhraseItem>& others : elsewhere_) all << others;
    return all;
}

QStringList Explorer::phrases_for(const QString& path) const {
    QStringList phrases;
    for (const widgets::PhraseItem& item : all_phrases())
        if (!item.hidden && (item.photo.isEmpty() || item.photo == path)) phrases << item.text;
    return phrases;
}

void Explorer::set_list(const QVector<widgets::PhraseItem>& wanted, const QString& wanted_current) {
    elsewhere_.clear();
    const QVector<widgets::PhraseItem> items = of_this_photo(wanted);
    phrases_.set_items(items);
    const bool known = widgets::PhraseModel::find_row(items, wanted_current) >= 0;
    const QString current = known || items.isEmpty() ? wanted_current : items.front().text;
    const bool other = current != current_phrase_;
    current_phrase_ = current;
    glance_.clear();
    if (other || current_row() >= 0) Q_EMIT current_phrase_changed(current_row());
    refresh_states();
    Q_EMIT layers_changed();
    submit();
}

void Explorer::apply_list(const PhraseListState& state) {
    const QVector<widgets::PhraseItem> shown = phrases_.items();
    const PhrasesByPhoto elsewhere = elsewhere_;
    set_list(state.items, state.current);
    // Undo of a phrase of another photo would seem to do nothing: show that photo.
    if (are_same(shown, phrases_.items())) browser_.show_image(changed_photo(elsewhere, elsewhere_));
}

void Explorer::push_list(const QString& text, const QVector<widgets::PhraseItem>& items,
                         const QString& current) {
    undo_.push(new PhraseListCommand(text, {all_phrases(), current_phrase_}, {with_others(items), current},
                                     [this](const PhraseListState& state) { apply_list(state); }));
}

void Explorer::restore_phrases(const QVector<widgets::PhraseItem>& items, const QString& current) {
    undo_.clear();
    const bool known = widgets::PhraseModel::find_row(items, current) >= 0;
    set_list(items, known || items.isEmpty() ? current : items.front().text);
}

void Explorer::add_phrase(const QString& text) {
    const QString phrase = text.simplified();
    if (phrase.isEmpty()) {
        Q_EMIT message(widgets::Severity::info, tr("Type a phrase first, such as “a dog” or “the sky”."));
        return;
    }
    const int known = phrases_.find_row(phrase);
    if (known >= 0) {
        set_phrase_hidden(known, false);
        // Entering a failed phrase again retries it.
        if (!layers(phrase)) model_.forget(photo(), phrase);
        set_glance({});
        set_current_phrase(known);
        submit();
    } else {
        add_phrases({phrase});
    }
    if (photo().empty())
        Q_EMIT message(widgets::Severity::info, tr("Open a photo to see where “%1” is.").arg(phrase));
}

void Explorer::add_phrases(const QStringList& texts) {
    QVector<widgets::PhraseItem> items = phrases_.items();
    QString first;
    qsizetype added = 0;
    for (const QString& text : texts) {
        const QString phrase = text.simplified();
        if (phrase.isEmpty()) continue;
        if (first.isEmpty()) first = phrase;
        if (widgets::PhraseModel::find_row(items, phrase) >= 0) continue;
        items << widgets::PhraseModel::new_item(items, phrase);
        if (new_here_) items.back().photo = photo().path;
        ++added;
    }
    if (added == 0) return;
    push_list(added == 1 ? tr("Add “%1”").arg(items.back().text)
                         : tr("Add %n phrase(s)", nullptr, static_cast<int>(added)),
              items, first);
}

void Explorer::add_phrases_of_photos(const QHash<QString, QStringList>& by_photo, const QString& text) {
    const QVector<widgets::PhraseItem> shown = phrases_.items();
    QVector<widgets::PhraseItem> items = shown;
    QString current = current_phrase_;
    for (auto photo_phrases = by_photo.begin(); photo_phrases != by_photo.end(); ++photo_phrases) {
        const QString& path = photo_phrases.key();
        QVector<widgets::PhraseItem> own = elsewhere_.value(path);
        for (const widgets::PhraseItem& item : shown)
            if (item.photo.isEmpty() || item.photo == path) own << item;
        for (const QString& phrase : *photo_phrases) {
            if (widgets::PhraseModel::find_row(own, phrase) >= 0) continue;
            own << widgets::PhraseModel::new_item(own, phrase);
            own.back().photo = path;
            items << own.back();
            if (current.isEmpty() && path == photo().path) current = phrase;
        }
    }
    if (items.size() > shown.size()) push_list(text, items, current);
}

void Explorer::remove_phrase(int row) {
    if (row < 0 || row >= phrases_.rowCount()) return;
    QVector<widgets::PhraseItem> items = phrases_.items();
    const QString removed = items.takeAt(row).text;
    QString current = current_phrase_;
    if (removed == current) {
        const qsizetype next = std::min<qsizetype>(row, items.size() - 1);
        current = next < 0 ? QString() : items[next].text;
    }
    push_list(tr("Remove “%1”").arg(removed), items, current);
}

void Explorer::clear_phrases() {
    if (phrases_.rowCount() > 0) push_list(tr("Remove all phrases"), {}, {});
}

void Explorer::rename_phrase(int row, const QString& text) {
    if (row < 0 || row >= phrases_.rowCount()) return;
    const QString phrase = text.simplified();
    const QString old = phrases_.items()[row].text;
    if (phrase == old) return;
    if (phrase.isEmpty()) {
        Q_EMIT message(widgets::Severity::info, tr("A phrase must not be empty. “%1” is kept.").arg(old));
        return;
    }
    if (phrases_.find_row(phrase) >= 0) {
        Q_EMIT message(widgets::Severity::info, tr("“%1” is already in the list.").arg(phrase));
        return;
    }
    QVector<widgets::PhraseItem> items = phrases_.items();
    items[row].text = phrase;
    push_list(tr("Rename “%1”").arg(old), items, old == current_phrase_ ? phrase : current_phrase_);
}

void Explorer::move_phrase(int from, int to) {
    const int count = phrases_.rowCount();
    if (from < 0 || from >= count || to < 0 || to >= count || from == to) return;
    QVector<widgets::PhraseItem> items = phrases_.items();
    items.move(from, to);
    push_list(tr("Move “%1”").arg(items[to].text), items, current_phrase_);
}

void Explorer::set_phrase_here(int row, bool here) {
    if (row < 0 || row >= phrases_.rowCount() || phrases_.items()[row].photo.isEmpty() != here) return;
    QVector<widgets::PhraseItem> items = phrases_.items();
    items[row].photo = here ? photo().path : QString();
    push_list(here ? tr("Keep “%1” to this photo").arg(items[row].text)
                   : tr("Show “%1” in all photos").arg(items[row].text),
              items, current_phrase_);
}

void Explorer::sort_phrases_by_strength() {
    QVector<widgets::PhraseItem> items = phrases_.items();
    std::ranges::stable_sort(items, std::ranges::greater(),
                             [](const widgets::PhraseItem& item) { return item.strength.value_or(-1); });
    const bool same = std::ranges::equal(items, phrases_.items(), {}, &widgets::PhraseItem::text,
                                         &widgets::PhraseItem::text);
    if (!same) push_list(tr("Sort the phrases by strength"), items, current_phrase_);
}

void Explorer::set_phrase_hidden(int row, bool hidden) {
    if (row < 0 || row >= phrases_.rowCount() || phrases_.items()[row].hidden == hidden) return;
    QVector<widgets::PhraseItem> items = phrases_.items();
    items[row].hidden = hidden;
    push_list(hidden ? tr("Hide “%1”").arg(items[row].text) : tr("Show “%1”").arg(items[row].text), items,
              current_phrase_);
}

void Explorer::set_phrase_color(int row, const QColor& color) {
    if (row < 0 || row >= phrases_.rowCount() || !color.isValid()) return;
    QVector<widgets::PhraseItem> items = phrases_.items();
    items[row].color = color;
    push_list(tr("Color of “%1”").arg(items[row].text), items, current_phrase_);
}

void Explorer::set_current_phrase(int row) {
    if (row < 0 || row >= phrases_.rowCount() || row == current_row()) return;
    current_phrase_ = phrases_.items()[row].text;
    glance_.clear();
    Q_EMIT current_phrase_changed(row);
    Q_EMIT layers_changed();
    // Move it to the front of the request if its maps are missing.
    if ((!layers(current_phrase_) && model_.busy()) || other_side_ == OtherSide::model) submit();
}

void Explorer::set_glance(const QString& text) {
    const QString glance = text.simplified();
    if (glance == glance_) return;
    glance_ = glance;
    Q_EMIT layers_changed();
    if (!glance.isEmpty()) submit();
}

// --- side B ----------------------------------------------------------------------------------------------

void Explorer::compare_with_phrase(const QString& text) {
    const QString phrase = text.simplified();
    if (phrase.isEmpty()) return;
    other_side_ = OtherSide::phrase;
    other_phrase_ = phrase;
    Q_EMIT other_side_changed();
    Q_EMIT layers_changed();
    submit();
}

void Explorer::load_other_model(GrounderFactory factory) {
    if (!other_model_) {
        other_model_ = std::make_unique<ModelSlot>();
        connect_other_model();
    }
    other_side_ = OtherSide::model;
    other_model_->load(std::move(factory));
    Q_EMIT other_side_changed();
    Q_EMIT layers_changed();
    submit();
}

void Explorer::stop_comparing() {
    // Keep the other model in memory, so that comparing again is quick.
    other_side_ = OtherSide::none;
    other_phrase_.clear();
    Q_EMIT other_side_changed();
    Q_EMIT layers_changed();
}

QString Explorer::other_phrase() const {
    switch (other_side_) {
        case OtherSide::phrase:
            return other_phrase_;
        case OtherSide::model:
            return shown_phrase();
        case OtherSide::none:
            break;
    }
    return {};
}

const widgets::PhraseLayers* Explorer::other_layers() const {
    const QString phrase = other_phrase();
    if (phrase.isEmpty()) return nullptr;
    if (other_side_ == OtherSide::model) return other_model_->layers(photo(), phrase);
    return layers(phrase);
}

}  // namespace gbs::app
