"""The window. The only package that imports PySide6; `app.run` starts it.

`window` holds the `frame` and the `pages`. A page shows `models` in `widgets`; the checklist has its `inspector`
beside it, the sign-off page its cards in `signing`, and what is asked over a page is in `dialogs`. All that can be
done is a line in `actions`, done by the `deeds` of the window or by those beside a page. A change goes through the
`bridge`, which is the session as Qt hears it. `files` has launches and templates on disk, `output` what is sent out,
`runtime` and `languages` what all of it runs in; `pictures` draws it without a screen.
"""
