"""Making a showcase: the tray, what fits beside it, what the editor points out, who reads along."""
