#pragma once

#include <QCache>
#include <QObject>

#include "app/window/folder_scanner.h"
#include "app/window/grounding_worker.h"
#include "app/window/photo_loader.h"
#include "widgets/message_bar.h"
#include "widgets/phrase_model.h"

namespace gbs {

/// What is open and what is known of it, without a widget: the images, the photo that is shown, the phrases
/// and their maps. Slow work goes to workers; the answers come back as signals in the GUI thread.
class Explorer : public QObject {
    Q_OBJECT

 public:
    explicit Explorer(GrounderFactory factory, QObject* parent = nullptr);

    PhraseModel* phrases() { return &phrases_; }
    const Photo& photo() const { return photo_; }
    /// The maps of a phrase on the photo, or null while there are none.
    const PhraseLayers* layers(const QString& phrase) const;
    QString current_phrase() const;
    int current_row() const;
    bool busy() const;

    void load_model(GrounderFactory factory);
    void open(const QStringList& paths);   ///< files and folders, as opened or dropped
    void show_image(const QString& path);  ///< one of the images
    void add_phrase(
        const QString& text);  ///< makes it the current one; an empty one is refused with a message
    void remove_phrase(int row);
    void set_current_phrase(int row);

 Q_SIGNALS:
    void images_found(const QStringList& images, const QString& first);
    void photo_shown(const gbs::Photo& photo);
    void photo_failed(const QString& path);
    void current_phrase_changed(int row);
    void layers_changed();  ///< of any phrase
    void model_ready(const gbs::ModelInfo& info);
    void model_failed();
    void activity_changed(const QString& what);  ///< empty: idle
    void times_changed(const QString& text);
    void message(gbs::Severity severity, const QString& text);
    void idle();  ///< everything that was asked for is there, or has failed

 private:
    void adopt(const Photo& photo);
    void submit();
    void accept(const PhraseResult& result);
    void reject(const QString& phrase, const QString& reason);
    void show_activity();
    void connect_workers();
    void connect_grounding();
    QString result_key(const QString& phrase) const;

    PhraseModel phrases_;
    Photo photo_;
    QString wanted_path_;  ///< a photo that is being read; empty: none
    QString failed_path_;  ///< the photo that could not be read since something was last opened
    QString current_phrase_;
    bool scanning_ = false;
    bool model_loading_ = false;
    bool grounding_ = false;
    bool has_model_ = false;
    QString worker_activity_;
    double encode_milliseconds_ = 0;
    quint64 request_id_ = 0;
    /// Maps by photo and phrase, so that going back costs nothing; bounded in bytes.
    QCache<QString, PhraseLayers> results_;

    FolderScanner scanner_;
    PhotoLoader loader_;
    GroundingWorker worker_;
};

}  // namespace gbs
