using System.Globalization;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The tensor's shape, type and device.</summary>
        /// <returns>One line without the elements.</returns>
        public override string ToString() => ToString(TensorStringStyle.Metadata);

        /// <summary>The tensor as text.</summary>
        /// <param name="disamb">True for the elements in the usual style, false for shape, type and device.</param>
        /// <param name="fltFormat">The .NET format of floating point numbers; null for <c>g5</c>.</param>
        /// <param name="width">Characters per line beyond which elements are left out; null for 100.</param>
        /// <param name="cultureInfo">The culture; null for the current one.</param>
        /// <param name="newLine">What ends a line; null for the system's.</param>
        /// <returns>The text.</returns>
        public string ToString(bool disamb, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null) =>
            ToString(disamb ? TensorStringStyle.Default : TensorStringStyle.Metadata, fltFormat, width, cultureInfo, newLine);

        /// <summary>The tensor as text.</summary>
        /// <param name="style">How to write it.</param>
        /// <param name="fltFormat">The .NET format of floating point numbers; null for <c>g5</c>.</param>
        /// <param name="width">Characters per line beyond which elements are left out; null for 100.</param>
        /// <param name="cultureInfo">The culture; null for the current one.</param>
        /// <param name="newLine">What ends a line; null for the system's.</param>
        /// <returns>The text.</returns>
        public string ToString(TensorStringStyle style, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null)
        {
            var printer = new TensorPrinter(this, fltFormat ?? "g5", width ?? 100, cultureInfo ?? CultureInfo.CurrentCulture, newLine ?? Environment.NewLine);
            return style switch
            {
                TensorStringStyle.Metadata => printer.Metadata,
                TensorStringStyle.Numpy => printer.Numpy(),
                TensorStringStyle.CSharp => printer.CSharp(),
                _ => printer.Julia(),
            };
        }
    }
}
