#pragma once

#include <QObject>

#include "app/window/latest_wins.h"
#include "app/window/photo.h"

namespace gbs {

/// Reads photos off the GUI thread. Only the newest request is answered.
class PhotoLoader : public QObject {
    Q_OBJECT

 public:
    explicit PhotoLoader(QObject* parent = nullptr);

    void load(const QString& path);

 Q_SIGNALS:
    void loaded(const gbs::Photo& photo);
    void failed(const QString& path, const QString& reason);

 private:
    void handle(const QString& path, std::stop_token stop);

    LatestWins<QString> worker_;
};

}  // namespace gbs
