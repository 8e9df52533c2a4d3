"""Where teachers read memories: the queue, the review page, mending, and the staff's lists."""
