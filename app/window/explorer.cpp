#include "app/window/explorer.h"

#include <QFileInfo>
#include <algorithm>

namespace gbs {

namespace {

constexpr int result_bytes = 64 << 20;

int bytes_of(const PhraseLayers& layers) {
    const auto values = layers.gbs.values.size() + layers.i2t.values.size() + layers.mean.values.size();
    return static_cast<int>(values * static_cast<qsizetype>(sizeof(float))) + 512;
}

}  // namespace

Explorer::Explorer(GrounderFactory factory, QObject* parent) : QObject(parent), results_(result_bytes) {
    connect_workers();
    connect_grounding();
    load_model(std::move(factory));
}

void Explorer::connect_workers() {
    connect(&scanner_, &FolderScanner::scanned, this,
            [this](const QStringList& images, const QString& first) {
                scanning_ = false;
                Q_EMIT images_found(images, first);
                // A single file was asked for before its folder was listed, and may have failed by now.
                const bool asked = first == failed_path_ || images.contains(wanted_path_);
                if (!asked) show_image(first);
                show_activity();
            });
    connect(&scanner_, &FolderScanner::failed, this, [this](const QString& reason) {
        scanning_ = false;
        show_activity();
        Q_EMIT message(Severity::error, reason);
    });
    connect(&loader_, &PhotoLoader::loaded, this, [this](const Photo& photo) {
        if (photo.path == wanted_path_) adopt(photo);
    });
    connect(&loader_, &PhotoLoader::failed, this, [this](const QString& path, const QString& reason) {
        if (path != wanted_path_) return;
        wanted_path_.clear();
        failed_path_ = path;
        Q_EMIT photo_failed(path);
        Q_EMIT message(Severity::error, reason);
        show_activity();
    });
}

void Explorer::connect_grounding() {
    connect(&worker_, &GroundingWorker::activity, this, [this](const QString& what) {
        worker_activity_ = what;
        show_activity();
    });
    connect(&worker_, &GroundingWorker::model_ready, this, [this](const ModelInfo& info) {
        model_loading_ = false;
        has_model_ = true;
        results_.clear();
        for (int row = 0; row < phrases_.rowCount(); ++row) phrases_.set_state(row, PhraseState::waiting);
        Q_EMIT layers_changed();
        Q_EMIT model_ready(info);
        submit();
        show_activity();
    });
    connect(&worker_, &GroundingWorker::model_failed, this, [this](const QString& reason) {
        model_loading_ = false;
        Q_EMIT model_failed();
        Q_EMIT message(Severity::error, tr("The model could not be loaded. %1").arg(reason));
        submit();
        show_activity();
    });
    connect(&worker_, &GroundingWorker::encoded, this, [this](quint64 id, double milliseconds) {
        if (id == request_id_) encode_milliseconds_ = milliseconds;
    });
    connect(&worker_, &GroundingWorker::started, this, [this](quint64 id, const QString& phrase) {
        if (id == request_id_) phrases_.set_state(phrases_.row_of(phrase), PhraseState::computing);
    });
    connect(&worker_, &GroundingWorker::grounded, this, [this](quint64 id, const PhraseResult& result) {
        if (id == request_id_) accept(result);
    });
    connect(&worker_, &GroundingWorker::failed, this,
            [this](quint64 id, const QString& phrase, const QString& reason) {
                if (id == request_id_) reject(phrase, reason);
            });
    connect(&worker_, &GroundingWorker::finished, this, [this](quint64 id) {
        if (id != request_id_) return;
        grounding_ = false;
        show_activity();
    });
}

const PhraseLayers* Explorer::layers(const QString& phrase) const {
    return results_.object(result_key(phrase));
}

QString Explorer::result_key(const QString& phrase) const {
    return photo_.key + QLatin1Char('\n') + phrase;
}

int Explorer::current_row() const {
    return phrases_.row_of(current_phrase_);
}

QString Explorer::current_phrase() const {
    return current_phrase_;
}

bool Explorer::busy() const {
    return scanning_ || model_loading_ || grounding_ || !wanted_path_.isEmpty();
}

void Explorer::load_model(GrounderFactory factory) {
    model_loading_ = true;
    worker_.load(std::move(factory));
    show_activity();
}

void Explorer::open(const QStringList& paths) {
    QStringList there;
    for (const QString& path : paths) {
        if (QFileInfo::exists(path))
            there << QFileInfo(path).absoluteFilePath();
        else
            Q_EMIT message(Severity::error, tr("%1: there is no such file or folder").arg(path));
    }
    if (there.isEmpty()) return;
    failed_path_.clear();
    scanning_ = true;
    scanner_.scan(there);
    // A file need not wait for the list of its folder.
    if (QFileInfo(there.front()).isFile()) show_image(there.front());
    show_activity();
}

void Explorer::show_image(const QString& path) {
    if (path.isEmpty()) return;
    if (wanted_path_.isEmpty() && path == photo_.path && photo_key(path) == photo_.key) return;
    wanted_path_ = path;
    loader_.load(path);
    show_activity();
}

void Explorer::adopt(const Photo& photo) {
    wanted_path_.clear();
    photo_ = photo;
    encode_milliseconds_ = 0;
    for (int row = 0; row < phrases_.rowCount(); ++row) {
        const PhraseLayers* const known = layers(phrases_.items()[row].text);
        phrases_.set_state(row, known ? PhraseState::ready : PhraseState::waiting,
                           known ? known->mean.peak_value : 0);
    }
    Q_EMIT photo_shown(photo_);
    Q_EMIT layers_changed();
    submit();
    show_activity();
}

void Explorer::submit() {
    // While a model loads, what is wanted is asked for when it is there.
    if (photo_.empty() || model_loading_) return;
    GroundingRequest request{++request_id_, photo_, {}};
    if (!current_phrase_.isEmpty() && !layers(current_phrase_)) request.phrases << current_phrase_;
    // Newest first: that is what a person is waiting for.
    for (int row = phrases_.rowCount() - 1; row >= 0; --row) {
        const PhraseItem& item = phrases_.items()[row];
        if (item.text == current_phrase_ || layers(item.text)) continue;
        // A phrase that failed on this photo fails again: only asking for it anew tries it.
        if (item.state != PhraseState::failed) request.phrases << item.text;
    }
    for (const QString& phrase : request.phrases)
        phrases_.set_state(phrases_.row_of(phrase), PhraseState::waiting);
    grounding_ = true;
    worker_.submit(request);
    show_activity();
}

void Explorer::add_phrase(const QString& text) {
    const QString phrase = text.simplified();
    if (phrase.isEmpty()) {
        Q_EMIT message(Severity::info, tr("Type what to look for first, like “a dog” or “the sky”."));
        return;
    }
    const int row = phrases_.add(phrase);
    phrases_.set_hidden(row, false);
    current_phrase_ = phrase;
    Q_EMIT current_phrase_changed(row);
    Q_EMIT layers_changed();
    if (photo_.empty())
        Q_EMIT message(Severity::info, tr("Open a photo to see where “%1” lies.").arg(phrase));
    else if (!layers(phrase))
        submit();
}

void Explorer::remove_phrase(int row) {
    if (row < 0 || row >= phrases_.rowCount()) return;
    const bool current = phrases_.items()[row].text == current_phrase_;
    results_.remove(result_key(phrases_.items()[row].text));
    phrases_.remove(row);
    if (current) {
        const int next = std::min(row, phrases_.rowCount() - 1);
        current_phrase_ = next < 0 ? QString() : phrases_.items()[next].text;
        Q_EMIT current_phrase_changed(next);
    }
    Q_EMIT layers_changed();
}

void Explorer::set_current_phrase(int row) {
    if (row < 0 || row >= phrases_.rowCount() || row == current_row()) return;
    current_phrase_ = phrases_.items()[row].text;
    Q_EMIT current_phrase_changed(row);
    Q_EMIT layers_changed();
    // It goes first now, if it is still missing.
    if (!layers(current_phrase_) && grounding_) submit();
}

void Explorer::accept(const PhraseResult& result) {
    const int row = phrases_.row_of(result.phrase);
    if (row < 0) return;  // removed meanwhile
    const int cost = bytes_of(result.layers);
    results_.insert(result_key(result.phrase), new PhraseLayers(result.layers), cost);
    phrases_.set_state(row, PhraseState::ready, result.layers.mean.peak_value);
    const QString phrase_time = tr("%1 ms a phrase").arg(result.milliseconds, 0, 'f', 0);
    Q_EMIT times_changed(encode_milliseconds_ > 0
                             ? tr("photo %1 ms, %2").arg(encode_milliseconds_, 0, 'f', 0).arg(phrase_time)
                             : phrase_time);
    Q_EMIT layers_changed();
}

void Explorer::reject(const QString& phrase, const QString& reason) {
    for (int row = 0; row < phrases_.rowCount(); ++row) {
        const PhraseItem& item = phrases_.items()[row];
        if (phrase.isEmpty() ? item.state != PhraseState::ready : item.text == phrase)
            phrases_.set_state(row, PhraseState::failed, 0, reason);
    }
    // That there is no model has been told when it failed to load: once more only to who types a phrase.
    if (has_model_ || phrases_.rowCount() > 0)
        Q_EMIT message(Severity::error, phrase.isEmpty() ? reason : tr("“%1”: %2").arg(phrase, reason));
}

void Explorer::show_activity() {
    if (!wanted_path_.isEmpty())
        Q_EMIT activity_changed(tr("Opening %1…").arg(QFileInfo(wanted_path_).fileName()));
    else if (!worker_activity_.isEmpty())
        Q_EMIT activity_changed(worker_activity_);
    else if (scanning_)
        Q_EMIT activity_changed(tr("Looking for images…"));
    else if (model_loading_)
        Q_EMIT activity_changed(tr("Loading the model…"));
    else if (grounding_)
        Q_EMIT activity_changed(tr("Grounding…"));
    else {
        Q_EMIT activity_changed({});
        Q_EMIT idle();
    }
}

}  // namespace gbs
