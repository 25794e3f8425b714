namespace DtcGen;

/// <summary>What of a layer belongs to the neurons of a group.</summary>
public enum NeuronRole
{
    /// <summary>The previous layer: row i of its weight, and entry i of its bias, make neuron i.</summary>
    Producer,

    /// <summary>A layer with one entry per neuron, such as a normalisation's scale, shift and statistics.</summary>
    PerNeuron,

    /// <summary>The next layer: column i of its weight takes neuron i.</summary>
    Consumer,
}
