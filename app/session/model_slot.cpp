// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/session/model_slot.h"

#include "app/base/convert.h"

namespace gbs::app {

namespace {

constexpr int result_bytes = 64 << 20;

int count_bytes(const widgets::PhraseLayers& layers) {
    const auto values = layers.gbs.values.size() + layers.i2t.values.size() + layers.mean.values.size();
    return static_cast<int>(values * static_cast<qsizetype>(sizeof(float))) + 512;
}

QString make_key(const Photo& photo, const QString& phrase) {
    return photo.key + QLatin1Char('\n') + phrase;
}

}  // namespace

ModelSlot::ModelSlot(QObject* parent) : QObject(parent), results_(result_bytes) {
    connect_worker();
}

void ModelSlot::connect_worker() {
    connect(&worker_, &GroundingWorker::activity, this, [this](const QString& what) {
        activity_ = what;
        Q_EMIT activity_changed();
    });
    connect(&worker_, &GroundingWorker::model_ready, this, [this](const ModelInfo& info) {
        loading_ = false;
        info_ = info;
        factory_ = loading_factory_;
        results_.clear();
        failures_.clear();
        Q_EMIT model_ready(info);
        submit();
    });
    connect(&worker_, &GroundingWorker::model_failed, this, [this](const QString& reason) {
        loading_ = false;
        Q_EMIT model_failed(reason);
        submit();
    });
    connect(&worker_, &GroundingWorker::encoded_ahead, this, &ModelSlot::encoded_ahead);
    connect(&worker_, &GroundingWorker::encoded, this, [this](quint64 id, double milliseconds) {
        if (id == request_id_) encode_milliseconds_ = milliseconds;
    });
    connect(&worker_, &GroundingWorker::started, this, [this](quint64 id, const QString& phrase) {
        if (id != request_id_) return;
        computing_ = phrase;
        Q_EMIT phrase_started(phrase);
    });
    connect(&worker_, &GroundingWorker::grounded, this, [this](quint64 id, const PhraseResult& result) {
        if (id == request_id_) accept(result);
    });
    connect(&worker_, &GroundingWorker::failed, this,
            [this](quint64 id, const QString& phrase, const QString& reason) {
                if (id != request_id_) return;
                if (phrase.isEmpty()) {
                    for (const QString& each : std::as_const(requested_)) failures_.insert(each, reason);
                    Q_EMIT photo_failed(reason);
                } else {
                    failures_.insert(phrase, reason);
                    Q_EMIT phrase_failed(phrase, reason);
                }
            });
    connect(&worker_, &GroundingWorker::finished, this, [this](quint64 id) {
        if (id != request_id_) return;
        grounding_ = false;
        computing_.clear();
        Q_EMIT activity_changed();
    });
}

void ModelSlot::load(GrounderFactory factory) {
    loading_ = true;
    loading_factory_ = factory;
    worker_.load(std::move(factory));
    Q_EMIT activity_changed();
}

QString ModelSlot::name_beside(const ModelSlot* beside) const {
    if (!info_) return {};
    const QString name = QString::fromStdString(info_->name);
    if (!beside || !beside->info_ || beside->info_->name != info_->name || beside->info_->path == info_->path)
        return name;
    std::filesystem::path folder = info_->path.parent_path(), other = beside->info_->path.parent_path();
    while (folder.has_filename() && folder.filename() == other.filename()) {
        folder = folder.parent_path();
        other = other.parent_path();
    }
    return folder.has_filename() ? to_qstring(folder.filename()) + QLatin1Char('/') + name : name;
}

void ModelSlot::set_cache_bytes(qint64 bytes) {
    results_.setMaxCost(static_cast<qsizetype>(bytes));
}

void ModelSlot::request(const Photo& photo, const QStringList& phrases) {
    if (photo.key != photo_.key) {
        failures_.clear();
        encode_milliseconds_ = 0;
    }
    photo_ = photo;
    requested_ = phrases;
    submit();
}

void ModelSlot::submit() {
    if (photo_.empty() || loading_) return;
    GroundingRequest request{++request_id_, photo_, {}};
    for (const QString& phrase : std::as_const(requested_))
        if (!layers(photo_, phrase) && !failures_.contains(phrase)) request.phrases << phrase;
    grounding_ = true;
    computing_.clear();
    worker_.submit(request);
    Q_EMIT activity_changed();
}

const widgets::PhraseLayers* ModelSlot::layers(const Photo& photo, const QString& phrase) const {
    return results_.object(make_key(photo, phrase));
}

widgets::PhraseState ModelSlot::state(const Photo& photo, const QString& phrase) const {
    if (layers(photo, phrase)) return widgets::PhraseState::ready;
    if (photo.key == photo_.key && failures_.contains(phrase)) return widgets::PhraseState::failed;
    return photo.key == photo_.key && computing_ == phrase ? widgets::PhraseState::computing
                                                           : widgets::PhraseState::waiting;
}

void ModelSlot::forget(const Photo& photo, const QString& phrase) {
    failures_.remove(phrase);
    results_.remove(make_key(photo, phrase));
}

void ModelSlot::accept(const PhraseResult& result) {
    const int cost = count_bytes(result.layers);
    results_.insert(make_key(photo_, result.phrase), new widgets::PhraseLayers(result.layers), cost);
    Q_EMIT phrase_grounded(result.phrase, result.milliseconds);
}

}  // namespace gbs::app
