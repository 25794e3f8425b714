namespace DtcGen.PublicModels.Trials;

/// <summary>What kind of input a layer takes.</summary>
internal enum LayerHintKind
{
    /// <summary>Images: samples, channels, height, width.</summary>
    Image,

    /// <summary>Signals: samples, channels, length.</summary>
    Signal,

    /// <summary>Volumes: samples, channels, depth, height, width.</summary>
    Volume,

    /// <summary>Features, last.</summary>
    Features,

    /// <summary>Numbers of words.</summary>
    Words,
}
