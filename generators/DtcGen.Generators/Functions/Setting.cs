namespace DtcGen.Generators.Functions;

/// <summary>A setting of a function.</summary>
/// <param name="Form">What it is.</param>
/// <param name="Names">The names of its parameter: overloads, and a layer's factory, may call it differently.</param>
internal sealed record Setting(SettingForm Form, string[] Names)
{
    /// <summary>What it is where the function has no such parameter.</summary>
    public object? Otherwise { get; init; }

    /// <summary>Whether it must be given.</summary>
    public bool IsRequired { get; init; }

    /// <summary>How many dimensions a window moves along.</summary>
    public int Space { get; init; }

    public static Setting Fixed(object? value) => new(SettingForm.Fixed, []) { Otherwise = value };

    public static Setting Number(string names, double? otherwise = null)
        => new(SettingForm.Number, names.Split(' ')) { Otherwise = otherwise };

    public static Setting Whole(string names) => new(SettingForm.Whole, names.Split(' ')) { IsRequired = true };

    public static Setting Whole(string names, long? otherwise) => new(SettingForm.Whole, names.Split(' ')) { Otherwise = otherwise };

    public static Setting Flag(string name, bool otherwise = false) => new(SettingForm.Flag, name.Split(' ')) { Otherwise = otherwise };

    public static Setting Dimensions(string names) => new(SettingForm.Dimensions, names.Split(' ')) { IsRequired = true };

    public static Setting Sizes(string names) => new(SettingForm.Sizes, names.Split(' ')) { IsRequired = true };

    public static Setting Window(string names, int space) => new(SettingForm.Window, names.Split(' ')) { Space = space };
}
