namespace TorchSharp.Modules;

/// <summary>The settings of a group of parameters; what is null is taken from the optimizer.</summary>
public class OptimizerOptions
{
    /// <summary>The learning rate that schedules start from.</summary>
    public double InitialLearningRate { get; set; }

    /// <summary>The learning rate.</summary>
    public double? LearningRate { get; set; }
}
