namespace DtcGen.Generators.Grouping;

/// <summary>What one neuron of a group is.</summary>
internal enum NeuronUnit
{
    /// <summary>One output of a fully connected layer or an embedding.</summary>
    Neuron,

    /// <summary>One output of a convolution, over all places.</summary>
    Channel,

    /// <summary>Consecutive outputs of a fully connected layer, as an attention head has them.</summary>
    Head,
}
