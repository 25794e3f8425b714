namespace DtcGen.Generators.Reading.Graph;

/// <summary>How a convolution's channels are grouped.</summary>
internal enum ChannelGroups
{
    /// <summary>Every output channel takes every input channel.</summary>
    One,

    /// <summary>Each input channel has one output channel of its own.</summary>
    Depthwise,

    /// <summary>Each input channel has several output channels of its own, which stand together.</summary>
    DepthwiseMultiplied,

    /// <summary>A number of groups known at compile time.</summary>
    Some,

    /// <summary>Not known at compile time.</summary>
    Unknown,
}
