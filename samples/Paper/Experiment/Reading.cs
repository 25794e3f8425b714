using DtcGen.Criteria;
using DtcGen.Replay;
using DtcGen.Tomography;

namespace DtcGen.Samples.Paper;

/// <summary>How the method is read where the paper's text and its published numbers disagree.</summary>
/// <param name="Variant">Which scores leave, what they are taken from, and what follows the last layer.</param>
/// <param name="OneSparsityLevel">
/// False: a ray's measurements and the share clipped are two numbers (what the published runs do, 0.9 and 0.1).
/// True: the rays are reconstructed at the sparsity at which the clip is made.
/// </param>
internal sealed record Reading(Variant Variant, bool OneSparsityLevel = false)
{
    /// <summary>What made the published numbers.</summary>
    public static Reading Published { get; } = new(Variant.AsPublished);

    /// <summary>
    /// What the text says, with the two roles of its sparsity level kept apart: taken literally, clipping the share
    /// 0.9 at once would leave 6 of 512 neurons after two cycles.
    /// </summary>
    public static Reading Described { get; } = new(Variant.AsDescribed);

    /// <summary>What scores the neurons of one run.</summary>
    /// <param name="method">The run's method.</param>
    /// <param name="protocol">The experiment's numbers.</param>
    /// <param name="seed">The run's seed.</param>
    /// <param name="rays">Told what the weight rays show, by a method that has them.</param>
    public ICriterion CriterionFor(PaperMethod method, PaperProtocol protocol, long seed, Action<RayRecord> rays) => method switch
    {
        PaperMethod.Magnitude => new MagnitudeCriterion(Variant.Clipped),
        PaperMethod.Random => new PublishedDraw((uint)seed, protocol.HiddenNeurons, protocol.KeptShare),
        PaperMethod.Dtc => new ObservedCriterion(new DualTomographicCriterion(Variant, Tomography(protocol, seed)), rays),
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, null),
    };

    private TomographySettings Tomography(PaperProtocol protocol, long seed) => new()
    {
        MeasurementSparsity = OneSparsityLevel ? protocol.Schedule.ShareClipped : protocol.MeasurementSparsity,
        Lambda = protocol.Lambda,
        Source = new NumPyMeasurements((uint)seed),
    };
}
