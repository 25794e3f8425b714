namespace DtcGen.Benchmarks;

/// <summary>What follows a clip.</summary>
internal sealed record AfterClip
{
    /// <summary>Nothing.</summary>
    public static readonly AfterClip Cut = new("cut", "no", null);

    /// <summary>The refit.</summary>
    public static readonly AfterClip Refitted = new("refitted", "yes", new Reconstruction());

    /// <summary>The refit, and the fit of the output's layer to the targets.</summary>
    public static readonly AfterClip Fitted = new("fitted", "yes, FitOutput", new Reconstruction { FitOutput = true });

    private AfterClip(string name, string refitted, Reconstruction? reconstruction)
        => (Name, IsRefitted, Reconstruction) = (name, refitted, reconstruction);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<AfterClip> All { get; } = [Cut, Refitted, Fitted];

    /// <summary>As it is named in figures and on the command line.</summary>
    public string Name { get; }

    /// <summary>Whether anything is refitted, as tables say it.</summary>
    public string IsRefitted { get; }

    /// <summary>As the library is told; null for nothing.</summary>
    public Reconstruction? Reconstruction { get; }
}
