/**
 * Swedish reference of height: age in months, mean and standard deviation in cm; a straight line in between. Final heights
 * 182.0 and 168.6 cm: Albertsson-Wikland et al., A new Swedish reference for total and prepubertal height, Acta Paediatrica
 * 2020. The way there is rounded, an assumption until a region has put its own curve here.
 */
export const HEIGHTS: Readonly<Record<'female' | 'male', readonly (readonly [number, number, number])[]>> = {
  female: [
    [48, 103.6, 4],
    [60, 110.5, 4.4],
    [72, 117, 4.8],
    [84, 123.2, 5.2],
    [96, 129, 5.5],
    [108, 134.6, 5.9],
    [120, 140.5, 6.4],
    [132, 147, 6.9],
    [144, 153.3, 6.9],
    [156, 158.8, 6.5],
    [168, 162.6, 6.2],
    [180, 165, 6.1],
    [192, 166.8, 6.1],
    [204, 167.9, 6.1],
    [216, 168.6, 6.1],
  ],
  male: [
    [48, 104.5, 4],
    [60, 111.3, 4.4],
    [72, 117.8, 4.8],
    [84, 124.1, 5.2],
    [96, 130, 5.5],
    [108, 135.5, 5.8],
    [120, 140.9, 6.2],
    [132, 146.4, 6.7],
    [144, 152.6, 7.4],
    [156, 160, 8.1],
    [168, 168, 8.2],
    [180, 174.6, 7.4],
    [192, 178.8, 6.8],
    [204, 181, 6.6],
    [216, 182, 6.6],
  ],
};
