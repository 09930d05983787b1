window.asset = 'asset';
