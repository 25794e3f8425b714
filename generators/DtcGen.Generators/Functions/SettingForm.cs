namespace DtcGen.Generators.Functions;

/// <summary>What a function's setting is, and how many of the operation's arguments it becomes.</summary>
internal enum SettingForm
{
    /// <summary>No parameter: the function's name says it.</summary>
    Fixed,

    /// <summary>A number, or null where none is given and none is the default.</summary>
    Number,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A truth value.</summary>
    Flag,

    /// <summary>Numbers of dimensions, as a list or one by one: an argument each.</summary>
    Dimensions,

    /// <summary>Sizes, as a list or one by one: an argument each.</summary>
    Sizes,

    /// <summary>One size for all dimensions that a window moves along, or one for each: one argument, a list or null.</summary>
    Window,
}
